// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.telegramnopool.simulator.WireFault.End;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link ScriptedFault}.
 *
 * @since 0.1.0
 */
public final class ScriptedFaultBuilder {

	private final String method;

	private final Map<String, String> headers = new LinkedHashMap<>();

	private FaultChance chance = FaultChance.ONCE;

	private @Nullable Integer status;

	private byte @Nullable [] body;

	private @Nullable SpoiltGzip gzip;

	private WireFault wire = WireFault.NONE;

	private boolean execute;

	ScriptedFaultBuilder(String method) {
		this.method = require(!method.isBlank(), method, "'method' must name a method");
	}

	/**
	 * How many calls meet the fault; one by default.
	 * @param times the number, at least 1
	 * @return this builder
	 */
	public ScriptedFaultBuilder times(int times) {
		this.chance = this.chance.times(require(times >= 1, times, "'times' must be at least 1"));
		return this;
	}

	/**
	 * Let the fault meet calls until the script is cleared. Faults that are scripted
	 * behind it have their turn only where it has a {@link #percent}.
	 * @return this builder
	 */
	public ScriptedFaultBuilder always() {
		return times(FaultChance.ALWAYS);
	}

	/**
	 * Let the fault meet only some calls, by chance; the others go on to the next script.
	 * @param percent so many of a hundred
	 * @param seed what the chance is made of: the same seed meets the same calls, counted
	 * from when the fault was scripted
	 * @return this builder
	 */
	public ScriptedFaultBuilder percent(int percent, long seed) {
		require(percent >= 0 && percent <= 100, percent, "'percent' must be from 0 to 100");
		this.chance = this.chance.percent(percent, seed);
		return this;
	}

	/**
	 * Status of the answer. Its body, unless set, is what Telegram sends with it: JSON,
	 * nothing for 204, 413 and 431, or the page of the cloud's nginx for 502, 503, 504
	 * and 530.
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
	 * Header of the answer, in addition to or in place of its own. A
	 * {@code Content-Length} is sent as it is set, be it right or wrong.
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
	 * Compress the body, and leave out the end of what comes of it.
	 * @param cutBy the number of bytes that are missing, 0 for a whole compression
	 * @return this builder
	 */
	public ScriptedFaultBuilder gzip(int cutBy) {
		return gzip(SpoiltGzip.cutBy(cutBy));
	}

	/**
	 * Compress the body, whether the client accepts it or not.
	 * @param gzip how the compression is spoilt
	 * @return this builder
	 */
	public ScriptedFaultBuilder gzip(SpoiltGzip gzip) {
		this.gzip = gzip;
		return this;
	}

	/**
	 * Pause before the answer.
	 * @param delay the pause; none by default
	 * @return this builder
	 */
	public ScriptedFaultBuilder delay(Duration delay) {
		this.wire = this.wire.delay(require(!delay.isNegative(), delay, "'delay' must not be negative"));
		return this;
	}

	/**
	 * Pause before each byte of the answer.
	 * @param delay the pause; none by default
	 * @return this builder
	 */
	public ScriptedFaultBuilder delayPerByte(Duration delay) {
		this.wire = this.wire.delayPerByte(require(!delay.isNegative(), delay, "'delay' must not be negative"));
		return this;
	}

	/**
	 * Reset the connection (TCP RST) after so many bytes of the answer.
	 * @param count the bytes that still leave; 0 for none
	 * @return this builder
	 */
	public ScriptedFaultBuilder resetAtByte(int count) {
		return endAt(count, End.RESET);
	}

	/**
	 * Close the connection (TCP FIN) after so many bytes of the answer.
	 * @param count the bytes that still leave; 0 for none
	 * @return this builder
	 */
	public ScriptedFaultBuilder closeAtByte(int count) {
		return endAt(count, End.CLOSE);
	}

	/**
	 * Fall silent after so many bytes of the answer, and leave the connection open until
	 * its client closes it.
	 * @param count the bytes that still leave; 0 for none
	 * @return this builder
	 */
	public ScriptedFaultBuilder stallAtByte(int count) {
		return endAt(count, End.SILENCE);
	}

	/**
	 * Never answer, and leave the connection open until its client closes it.
	 * @return this builder
	 */
	public ScriptedFaultBuilder never() {
		return stallAtByte(0);
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
		ScriptedAnswer answer = new ScriptedAnswer(this.status, new LinkedHashMap<>(this.headers), this.body,
				this.gzip);
		return new ScriptedFault(this.method, this.chance, this.execute, answer, this.wire);
	}

	private ScriptedFaultBuilder endAt(int count, End end) {
		this.wire = this.wire.endsAt(require(count >= 0, count, "'count' must not be negative"), end);
		return this;
	}

	private static <T> T require(boolean condition, T value, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message + ", but is " + value);
		}
		return value;
	}

}
