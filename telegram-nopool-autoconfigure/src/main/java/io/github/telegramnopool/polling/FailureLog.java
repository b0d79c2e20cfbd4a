// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers how often each kind of failure was met and what the last one of it was. Used
 * under the lock of its {@link StatusBoard}.
 */
final class FailureLog {

	private final PollerTime time;

	private final Map<FailureKind, Entry> entries = new EnumMap<>(FailureKind.class);

	FailureLog(PollerTime time) {
		this.time = time;
	}

	void failed(FailureKind kind, String reason, Throwable failure) {
		Entry before = this.entries.get(kind);
		this.entries.put(kind, new Entry((before != null) ? before.count + 1 : 1, this.time.now(),
				failure.getClass().getSimpleName(), reason));
	}

	/**
	 * Failures by kind, the latest first.
	 */
	List<PollFailure> failures() {
		Duration now = this.time.now();
		return this.entries.entrySet()
			.stream()
			.map((entry) -> entry.getValue().asSeenAt(now, entry.getKey()))
			.sorted(Comparator.comparing(PollFailure::age))
			.toList();
	}

	private record Entry(int count, Duration last, String type, String message) {

		PollFailure asSeenAt(Duration now, FailureKind kind) {
			return new PollFailure(kind, this.count, now.minus(this.last), this.type, this.message);
		}

	}

}
