// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one of several types that a property tells apart. Telegram often writes that
 * property first; if not, the object has to be kept until it is found.
 *
 * @param <T> the sealed interface of the types
 */
abstract class TaggedCodec<T> extends Codec<T> {

	private final String tag;

	TaggedCodec(String tag) {
		this.tag = tag;
	}

	@Override
	T read(JsonParser in) {
		if (!in.isExpectedStartObjectToken()) {
			throw Reading.mismatch(in, "an object");
		}
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		if (this.tag.equals(in.nextName())) {
			boolean text = in.nextToken() == JsonToken.VALUE_STRING;
			ObjectCodec<? extends T> member = text ? memberOf(in.getString()) : null;
			if (member != null) {
				return member.readProperties(in);
			}
			json.set(this.tag, in.readValueAsTree());
			in.nextToken();
		}
		return readTree(Reading.rest(in, json), in);
	}

	private T readTree(ObjectNode json, JsonParser in) {
		ObjectCodec<? extends T> member = memberOf(json.path(this.tag).asString(""));
		return (member != null) ? Reading.from(json, member, in) : unknown(json, in);
	}

	/**
	 * Finds the member that a value of the tag stands for.
	 * @return its codec or {@code null} if the value is not known
	 */
	abstract @Nullable ObjectCodec<? extends T> memberOf(String value);

	/**
	 * Keeps a member that a later version of the Bot API has added.
	 */
	T unknown(JsonNode json, JsonParser in) {
		throw Reading.unknownMember(this, in);
	}

}
