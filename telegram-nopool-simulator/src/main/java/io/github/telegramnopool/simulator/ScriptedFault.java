// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

/**
 * A script for the next answers of a method. What it does not set stays as the method
 * answers, or as a plain success if the method is not executed.
 * <p>
 * Bytes are counted over the whole answer, from the first of its status line.
 *
 * @since 0.1.0
 */
public final class ScriptedFault {

	private final String method;

	private final FaultChance chance;

	private final boolean execute;

	private final ScriptedAnswer answer;

	private final WireFault wire;

	ScriptedFault(String method, FaultChance chance, boolean execute, ScriptedAnswer answer, WireFault wire) {
		this.method = method;
		this.chance = chance;
		this.execute = execute;
		this.answer = answer;
		this.wire = wire;
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

	boolean concerns(String method) {
		return this.method.equals("*") || this.method.equalsIgnoreCase(method);
	}

	FaultChance chance() {
		return this.chance;
	}

	boolean execute() {
		return this.execute;
	}

	WireFault wire() {
		return this.wire;
	}

	/**
	 * The number of bytes after which nothing more is written.
	 */
	int cut() {
		return this.wire.cut();
	}

	/**
	 * Whether the bytes themselves have to be handled, and not only what is in them.
	 */
	boolean touchesTheWire() {
		return !this.wire.isNone() || this.answer.hasOwnLength();
	}

	Reply spoil(Reply answer) {
		return this.answer.spoil(answer);
	}

}
