// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A call that did not get a complete HTTP answer.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class TransportException extends RuntimeException {

	private final Phase phase;

	private final boolean requestSent;

	private final boolean permanent;

	private final transient PhaseTimes times;

	TransportException(Phase phase, boolean requestSent, boolean permanent, PhaseTimes times, String message,
			@Nullable Throwable cause) {
		super(message, cause);
		this.times = times;
		this.phase = phase;
		this.requestSent = requestSent;
		this.permanent = permanent;
	}

	/**
	 * The failure of a call that failed by each route that it took.
	 */
	static TransportException ofAll(List<TransportException> failures) {
		TransportException last = failures.get(failures.size() - 1);
		if (failures.size() == 1) {
			return last;
		}
		String message = failures.stream()
			.map((failure) -> String.valueOf(failure.getMessage()))
			.collect(Collectors.joining("; "));
		return new TransportException(last.phase, false, failures.stream().allMatch(TransportException::isPermanent),
				last.times, "none of %d routes works: %s".formatted(failures.size(), message), last.getCause());
	}

	/**
	 * Phase reached.
	 * @return the phase in which the call ended
	 */
	public Phase phase() {
		return this.phase;
	}

	/**
	 * Whether Telegram may have the request.
	 * @return {@code false} only if its last byte was not written and no answer had
	 * begun, so that nobody can have executed it
	 */
	public boolean isRequestSent() {
		return this.requestSent;
	}

	/**
	 * Times.
	 * @return how long each phase took, up to the one that failed
	 */
	public PhaseTimes times() {
		return this.times;
	}

	/**
	 * Whether another try at once would end likewise, as with refused credentials or an
	 * untrusted certificate.
	 * @return whether it takes a person to mend it
	 */
	public boolean isPermanent() {
		return this.permanent;
	}

}
