// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the vocabulary as Telegram does.
 *
 * @since 0.1.0
 */
public final class BotApiJson {

	/**
	 * Deeper than anything that Telegram writes, and far from what a thread's stack
	 * holds.
	 */
	static final int MAX_DEPTH = 100;

	/**
	 * Twice the characters that an update can have.
	 */
	static final int MAX_TEXT = 1_000_000;

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(
					StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxStringLength(MAX_TEXT).build())
			.build())
		.addModule(new BotApiJacksonModule())
		.build();

	private BotApiJson() {
	}

	/**
	 * The mapper for everything that goes to Telegram or comes from there. It is
	 * immutable and shared; {@code rebuild()} makes another one of it. A value nested
	 * deeper than 100 levels, and a text of more than 1,000,000 characters, is refused.
	 * @return the mapper
	 */
	public static JsonMapper mapper() {
		return MAPPER;
	}

	/**
	 * Says why something can't be read, without repeating what is there: that may be what
	 * a user has written.
	 * @param failure the failure of {@link #mapper()}
	 * @return what is wrong and where
	 */
	public static String problem(JacksonException failure) {
		if (failure instanceof UnreadableValueException unreadable) {
			return unreadable.getOriginalMessage();
		}
		if (failure instanceof StreamConstraintsException) {
			return "it is nested deeper than %d levels or holds a text or number that is too long".formatted(MAX_DEPTH);
		}
		String path = failure.getPathReference();
		return "it is no JSON of the Bot API (" + failure.getClass().getSimpleName()
				+ (path.isEmpty() ? ")" : " at " + path + ")");
	}

}
