// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.Locale;

/**
 * One line of a history.
 *
 * @param time when it happened, as {@link System#nanoTime()}, which all processes of a
 * Linux machine share
 * @param kind what happened
 * @param bot id of the bot, or 0 if it concerns none
 * @param run which life of the bot, from 1, or 0 if it was not the bot that saw it
 * @param subject the update or the connection
 * @param detail what else there is to say
 */
record Event(long time, Kind kind, long bot, int run, long subject, String detail) {

	static Event parse(String line) {
		String[] fields = line.split(" ", 6);
		return new Event(Long.parseLong(fields[0]), Kind.valueOf(fields[1].toUpperCase(Locale.ROOT)),
				Long.parseLong(fields[2]), Integer.parseInt(fields[3]), Long.parseLong(fields[4]), fields[5]);
	}

	static Event now(Kind kind, long bot, int run, long subject, String detail) {
		return new Event(System.nanoTime(), kind, bot, run, subject, detail);
	}

	String line() {
		return this.time + " " + this.kind.name().toLowerCase(Locale.ROOT) + " " + this.bot + " " + this.run + " "
				+ this.subject + " " + this.detail;
	}

	@Override
	public String toString() {
		return line();
	}

	/**
	 * What can happen. The simulator tells the first part, the bot the second, and the
	 * run itself the third.
	 */
	enum Kind {

		/**
		 * An update was queued; the detail is its chat.
		 */
		PUSHED,

		/**
		 * Updates were put into an answer; the detail is the last of them.
		 */
		SERVED,

		/**
		 * An offset behind the update came.
		 */
		CONFIRMED,

		/**
		 * A message was sent; the detail is the number of the bot's call.
		 */
		EXECUTED,

		/**
		 * A poll came; the subject is its connection.
		 */
		POLL_BEGAN,

		/**
		 * A poll was answered or its connection closed.
		 */
		POLL_ENDED,

		/**
		 * A connection was accepted.
		 */
		OPENED,

		/**
		 * A connection brought a request.
		 */
		REQUESTED,

		/**
		 * A connection was closed.
		 */
		CLOSED,

		/**
		 * A listener got the update.
		 */
		BEGUN,

		/**
		 * The bot calls for the update; the detail is the call's number.
		 */
		CALLED,

		/**
		 * The listener returns a method for the update; the detail is the call's number.
		 */
		REPLIED,

		/**
		 * A call ended, or a reply failed; the detail is the call's number and its
		 * {@link Outcome}.
		 */
		ENDED,

		/**
		 * The listener, and what it returned except for a method, has ended.
		 */
		HANDLED,

		/**
		 * What the process holds; the detail is a {@link Sample}.
		 */
		SAMPLED,

		/**
		 * The bot's process was started.
		 */
		LAUNCHED,

		/**
		 * The bot's process is gone, and the detail says why.
		 */
		GONE,

		/**
		 * Something was done to the path or to a process.
		 */
		FAULT,

		/**
		 * The run is over; the subject is the number of connections that the proxy has
		 * still open, the detail that of all it accepted, and what those are that are.
		 */
		LEFT

	}

}
