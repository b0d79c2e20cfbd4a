// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A complete HTTP answer, whatever it says.
 *
 * @since 0.1.0
 */
public final class HttpAnswer {

	private final int status;

	private final @Nullable String contentType;

	private final @Nullable String retryAfter;

	private final byte[] body;

	private final Supplier<PhaseTimes> times;

	/**
	 * Create an answer.
	 * @param times asked only if somebody wants to know
	 */
	HttpAnswer(int status, @Nullable String contentType, @Nullable String retryAfter, byte[] body,
			Supplier<PhaseTimes> times) {
		this.status = status;
		this.contentType = contentType;
		this.retryAfter = retryAfter;
		this.body = body;
		this.times = times;
	}

	/**
	 * Status code.
	 * @return the status code of the answer
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Kind of content, as the server calls it.
	 * @return the value of {@code Content-Type} or {@code null}
	 */
	public @Nullable String contentType() {
		return this.contentType;
	}

	/**
	 * When the server wants to be asked again.
	 * @return the value of {@code Retry-After} or {@code null}
	 */
	public @Nullable String retryAfter() {
		return this.retryAfter;
	}

	/**
	 * Content.
	 * @return the bytes of the body, not copied
	 */
	public byte[] body() {
		return this.body;
	}

	/**
	 * Times.
	 * @return how long each phase of the call took
	 */
	public PhaseTimes times() {
		return this.times.get();
	}

	@Override
	public String toString() {
		return "HTTP " + this.status + " (" + this.contentType + ", " + this.body.length + " bytes)";
	}

}
