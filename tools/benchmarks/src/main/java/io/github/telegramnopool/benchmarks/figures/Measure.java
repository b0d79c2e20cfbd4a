// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.figures;

import java.util.Locale;

/**
 * What is measured.
 */
public enum Measure {

	/**
	 * Time of a call, of half of all calls.
	 */
	P50("median", "ms", 2),

	/**
	 * Time of a call, of 99 of 100.
	 */
	P99("p99", "ms", 2),

	/**
	 * Calls answered in a second.
	 */
	CALLS("calls", "/s", 0),

	/**
	 * Processor time of the client's process.
	 */
	CPU("CPU per call", "ms", 2),

	/**
	 * Bytes of the heap that the client allocates.
	 */
	ALLOCATED("allocated per call", "KiB", 1),

	/**
	 * Calls that failed.
	 */
	ERRORS("failed calls", "", 0),

	/**
	 * From an update handed to the bot to its message at Telegram, thinking left out.
	 */
	REPLY("reply", "ms", 1),

	/**
	 * From a listener's call to its answer.
	 */
	SEND("a call in a listener", "ms", 1),

	/**
	 * Updates of which a listener has returned, in a second.
	 */
	UPDATES("updates", "/s", 0),

	/**
	 * Handshakes that resumed a session.
	 */
	RESUMED("sessions resumed", "%", 1),

	/**
	 * Connections that carried more than one request, as the server counts.
	 */
	CARRIED_TWO("connections that carried two requests", "", 0),

	/**
	 * Sockets of the client that wait for their time to pass.
	 */
	TIME_WAIT("new TIME_WAIT per 100 calls", "", 0),

	/**
	 * Sends that were answered within five seconds.
	 */
	WITHIN_5S("sends within 5 s", "%", 1),

	/**
	 * Time of a send, of 99 of 100.
	 */
	SEND_P99("p99 of sends", "s", 2),

	/**
	 * Sends that failed.
	 */
	FAILED("failed sends", "", 0),

	/**
	 * Sends that had no end when the run ended.
	 */
	HUNG("hung sends", "", 0),

	/**
	 * Longest time in which an update waited and none was heard.
	 */
	SILENCE("longest silence", "s", 1),

	/**
	 * From the end of the faults until an update is heard that was written after it.
	 */
	RECOVERY("first update after healing", "s", 1),

	/**
	 * Updates that were not heard before the run ended. A peer may hear them later.
	 */
	UNHEARD("updates not heard by the end", "", 0),

	/**
	 * Heap per pending call.
	 */
	PENDING_HEAP("heap per pending call", "KiB", 1),

	/**
	 * Pending calls that Telegram has received.
	 */
	AT_TELEGRAM("calls at Telegram", "", 0),

	/**
	 * What the process takes of the machine's memory.
	 */
	RESIDENT("resident memory", "MiB", 0),

	/**
	 * Heap in use.
	 */
	HEAP("heap in use", "MiB", 1),

	/**
	 * From the start of the process until the application has started.
	 */
	START("start", "ms", 0),

	/**
	 * Processor time of all of its threads until then.
	 */
	START_CPU("CPU of the start", "ms", 0);

	private final String title;

	private final String unit;

	private final int digits;

	Measure(String title, String unit, int digits) {
		this.title = title;
		this.unit = unit;
		this.digits = digits;
	}

	/**
	 * What it is called in tables.
	 * @return its name and unit
	 */
	public String title() {
		return this.unit.isEmpty() ? this.title : this.title + ", " + this.unit;
	}

	/**
	 * Its name as the raw rows have it.
	 * @return the name
	 */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * A value as tables have it.
	 * @param value the value
	 * @return the number, without its unit
	 */
	public String format(double value) {
		return String.format(Locale.ROOT, "%." + this.digits + "f", value);
	}

	/**
	 * A value with its unit.
	 * @param value the value
	 * @return both
	 */
	public String formatWithUnit(double value) {
		return (format(value) + " " + this.unit).strip();
	}

}
