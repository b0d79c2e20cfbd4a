package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A script for the next answers of a method. What it does not set stays as the method
 * answers, or as a plain success if the method is not executed.
 * <p>
 * Bytes are counted over the whole answer, from the first of its status line.
 *
 * @since 0.1.0
 */
public final class ScriptedFault {

	private final ScriptedFaultBuilder settings;

	ScriptedFault(ScriptedFaultBuilder settings) {
		this.settings = settings;
	}

	/**
	 * Begin a script.
	 * @param method name of the method, in any case; also one that the simulator does not
	 * know, {@code *} for every method, or {@code file} for a download
	 * @return a builder
	 */
	public static ScriptedFaultBuilder on(String method) {
		return new ScriptedFaultBuilder(method);
	}

	String method() {
		return this.settings.method;
	}

	int times() {
		return this.settings.times;
	}

	boolean execute() {
		return this.settings.execute;
	}

	boolean never() {
		return this.settings.never;
	}

	Duration delayPerByte() {
		return this.settings.delayPerByte;
	}

	@Nullable Integer resetAtByte() {
		return this.settings.resetAtByte;
	}

	@Nullable Integer closeAtByte() {
		return this.settings.closeAtByte;
	}

	/**
	 * The number of bytes after which nothing more is written.
	 */
	int cut() {
		Integer reset = resetAtByte();
		Integer close = closeAtByte();
		return Math.min((reset != null) ? reset : Integer.MAX_VALUE, (close != null) ? close : Integer.MAX_VALUE);
	}

	/**
	 * Whether the bytes themselves have to be handled, and not only what is in them.
	 */
	boolean touchesTheWire() {
		return never() || !delayPerByte().isZero() || resetAtByte() != null || closeAtByte() != null;
	}

	Reply spoil(Reply answer) {
		Reply spoilt = answer;
		if (this.settings.status != null && this.settings.status != answer.status()) {
			spoilt = DefaultAnswers.of(this.settings.status);
		}
		if (this.settings.body != null) {
			spoilt = spoilt.withBody(this.settings.body);
		}
		for (Map.Entry<String, String> header : this.settings.headers.entrySet()) {
			spoilt = spoilt.withHeader(header.getKey(), header.getValue());
		}
		return spoilt;
	}

}
