// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/**
 * A value is not what the Bot API says. The message names the place and never repeats
 * what is there, since that may be what a user has written.
 */
final class UnreadableValueException extends DatabindException {

	private final String problem;

	private final String place;

	UnreadableValueException(JsonParser in, String problem) {
		this(in, problem, place(in));
	}

	private UnreadableValueException(JsonParser in, String problem, String place) {
		super(in, place.isEmpty() ? problem : problem + " at " + place);
		this.problem = problem;
		this.place = place;
	}

	/**
	 * Names the place as seen from further out.
	 * @param in a parser at the value that was read by itself
	 */
	UnreadableValueException within(JsonParser in) {
		UnreadableValueException outer = new UnreadableValueException(in, this.problem, place(in) + this.place);
		outer.setStackTrace(getStackTrace());
		return outer;
	}

	private static String place(JsonParser in) {
		return in.streamReadContext().pathAsPointer().toString();
	}

}
