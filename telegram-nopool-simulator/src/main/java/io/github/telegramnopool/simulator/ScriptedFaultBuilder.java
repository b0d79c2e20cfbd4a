package io.github.telegramnopool.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link ScriptedFault}.
 *
 * @since 0.1.0
 */
public final class ScriptedFaultBuilder {

	final String method;

	final Map<String, String> headers = new LinkedHashMap<>();

	int times = 1;

	@Nullable Integer status;

	byte @Nullable [] body;

	Duration delayPerByte = Duration.ZERO;

	@Nullable Integer resetAtByte;

	@Nullable Integer closeAtByte;

	boolean never;

	boolean execute;

	ScriptedFaultBuilder(String method) {
		this.method = require(!method.isBlank(), method, "'method' must name a method");
	}

	ScriptedFaultBuilder(ScriptedFaultBuilder other) {
		this.method = other.method;
		this.headers.putAll(other.headers);
		this.times = other.times;
		this.status = other.status;
		this.body = other.body;
		this.delayPerByte = other.delayPerByte;
		this.resetAtByte = other.resetAtByte;
		this.closeAtByte = other.closeAtByte;
		this.never = other.never;
		this.execute = other.execute;
	}

	/**
	 * How many calls meet the fault; one by default.
	 * @param times the number, at least 1
	 * @return this builder
	 */
	public ScriptedFaultBuilder times(int times) {
		this.times = require(times >= 1, times, "'times' must be at least 1");
		return this;
	}

	/**
	 * Status of the answer. Its body, unless set, is what Telegram sends with it: JSON,
	 * or the page of the cloud's nginx for 502, 503 and 504.
	 * @param status a number from 200 to 599
	 * @return this builder
	 */
	public ScriptedFaultBuilder status(int status) {
		this.status = require(status >= 200 && status <= 599, status, "'status' must be from 200 to 599");
		return this;
	}

	/**
	 * Answer 429 as Telegram does when a bot writes too much.
	 * @param seconds the {@code retry_after}
	 * @return this builder
	 */
	public ScriptedFaultBuilder retryAfter(int seconds) {
		Reply flood = DefaultAnswers.flood(require(seconds >= 0, seconds, "'seconds' must not be negative"));
		flood.headers().forEach(this::header);
		return status(flood.status()).body(flood.body());
	}

	/**
	 * Header of the answer, in addition to or in place of its own.
	 * @param name the name
	 * @param value the value
	 * @return this builder
	 */
	public ScriptedFaultBuilder header(String name, String value) {
		this.headers.put(name, value);
		return this;
	}

	/**
	 * Body of the answer.
	 * @param body the text, whether JSON or not
	 * @return this builder
	 */
	public ScriptedFaultBuilder body(String body) {
		return body(body.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Body of the answer.
	 * @param body the bytes, such as those of a broken compression
	 * @return this builder
	 */
	public ScriptedFaultBuilder body(byte[] body) {
		this.body = body.clone();
		return this;
	}

	/**
	 * Pause before each byte of the answer.
	 * @param delay the pause; none by default
	 * @return this builder
	 */
	public ScriptedFaultBuilder delayPerByte(Duration delay) {
		this.delayPerByte = require(!delay.isNegative(), delay, "'delay' must not be negative");
		return this;
	}

	/**
	 * Reset the connection (TCP RST) after so many bytes of the answer.
	 * @param count the bytes that still leave; 0 for none
	 * @return this builder
	 */
	public ScriptedFaultBuilder resetAtByte(int count) {
		this.resetAtByte = require(count >= 0, count, "'count' must not be negative");
		return this;
	}

	/**
	 * Close the connection (TCP FIN) after so many bytes of the answer.
	 * @param count the bytes that still leave; 0 for none
	 * @return this builder
	 */
	public ScriptedFaultBuilder closeAtByte(int count) {
		this.closeAtByte = require(count >= 0, count, "'count' must not be negative");
		return this;
	}

	/**
	 * Never answer, and leave the connection open until its client closes it.
	 * @return this builder
	 */
	public ScriptedFaultBuilder never() {
		this.never = true;
		return this;
	}

	/**
	 * Execute the method before its answer is spoilt. Otherwise the call has no effect.
	 * @return this builder
	 */
	public ScriptedFaultBuilder execute() {
		this.execute = true;
		return this;
	}

	/**
	 * Finish the script.
	 * @return the script
	 */
	public ScriptedFault build() {
		return new ScriptedFault(new ScriptedFaultBuilder(this));
	}

	private static <T> T require(boolean condition, T value, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message + ", but is " + value);
		}
		return value;
	}

}
