// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simulator's JSON: trees only, so that it needs none of the generated types.
 */
final class Json {

	static final Charset CHARSET = StandardCharsets.UTF_8;

	/**
	 * Writes nothing but ASCII, as the official server does ({@code JsonString}).
	 */
	private static final JsonMapper MAPPER = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

	private Json() {
	}

	static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	static ArrayNode array() {
		return JsonNodeFactory.instance.arrayNode();
	}

	static JsonNode number(long value) {
		return JsonNodeFactory.instance.numberNode(value);
	}

	static String write(JsonNode node) {
		return MAPPER.writeValueAsString(node);
	}

	static byte[] writeBytes(JsonNode node) {
		return MAPPER.writeValueAsBytes(node);
	}

	static ObjectNode parseObject(@Nullable String json) {
		JsonNode node = (json != null) ? parseOrNull(json) : null;
		if (node instanceof ObjectNode object) {
			return object;
		}
		throw ApiError.badRequest("a JSON object is expected");
	}

	static @Nullable JsonNode parseOrNull(String json) {
		try {
			return MAPPER.readTree(json);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	static JsonParser parser(byte[] json) {
		return MAPPER.createParser(json);
	}

}
