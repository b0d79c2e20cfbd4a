// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;

import io.github.telegramnopool.client.error.TelegramException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The place of one call among those that {@link FloodControl} lets go one after another.
 */
final class Turn {

	private final long number;

	private final String method;

	private final @Nullable Recipient recipient;

	private final CallTime time;

	private volatile Sinks.Empty<Void> signal = Sinks.empty();

	/**
	 * Create a turn.
	 * @param number what orders the turns
	 * @param method the name of the method
	 * @param recipient to whom it sends, {@code null} if it waits for no other call
	 * @param time the time that the call may take
	 */
	Turn(long number, String method, @Nullable Recipient recipient, CallTime time) {
		this.number = number;
		this.method = method;
		this.recipient = recipient;
		this.time = time;
	}

	long number() {
		return this.number;
	}

	String method() {
		return this.method;
	}

	@Nullable Recipient recipient() {
		return this.recipient;
	}

	int messages() {
		return (this.recipient != null) ? this.recipient.messages() : 0;
	}

	CallTime time() {
		return this.time;
	}

	boolean mayWaitForFlood(Duration wait) {
		return wait.isZero() || this.time.waitForFlood(wait);
	}

	/**
	 * Begin to wait, perhaps once more.
	 */
	void begin() {
		this.signal = Sinks.empty();
	}

	Mono<Void> come() {
		return this.signal.asMono();
	}

	void go() {
		this.signal.tryEmitEmpty();
	}

	void fail(TelegramException failure) {
		this.signal.tryEmitError(failure);
	}

}
