// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one of several types that no property tells apart for sure, by the properties
 * that each has. Telegram only receives these.
 *
 * @param <T> the sealed interface of the types
 */
abstract class UntaggedCodec<T> extends Codec<T> {

	@Override
	T read(JsonParser in) {
		if (!in.isExpectedStartObjectToken()) {
			throw Reading.mismatch(in, "an object");
		}
		in.nextToken();
		ObjectNode json = Reading.rest(in, JsonNodeFactory.instance.objectNode());
		ObjectCodec<? extends T> member = memberOf(json);
		if (member == null) {
			throw Reading.unknownMember(this, in);
		}
		return Reading.from(json, member, in);
	}

	/**
	 * Sees which of the types the value is.
	 * @return its codec or {@code null} if it is none of them
	 */
	abstract @Nullable ObjectCodec<? extends T> memberOf(JsonNode json);

	static boolean has(JsonNode json, String... fields) {
		for (String field : fields) {
			if (!json.hasNonNull(field)) {
				return false;
			}
		}
		return true;
	}

}
