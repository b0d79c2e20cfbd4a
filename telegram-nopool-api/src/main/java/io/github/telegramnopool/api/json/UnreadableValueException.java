package io.github.telegramnopool.api.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/**
 * A value is not what the Bot API says. The message names the place and never repeats
 * what is there, since that may be what a user has written.
 */
final class UnreadableValueException extends DatabindException {

	UnreadableValueException(JsonParser in, String problem) {
		super(in, problem + place(in));
	}

	private static String place(JsonParser in) {
		String place = in.streamReadContext().pathAsPointer().toString();
		return place.isEmpty() ? "" : " at " + place;
	}

}
