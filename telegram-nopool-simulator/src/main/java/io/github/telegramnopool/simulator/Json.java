package io.github.telegramnopool.simulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simulator's JSON: trees only, so that it needs none of the generated types.
 */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Json() {
	}

	static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	static ArrayNode array() {
		return JsonNodeFactory.instance.arrayNode();
	}

	static JsonNode parse(String json) throws JacksonException {
		return MAPPER.readTree(json);
	}

	static String write(JsonNode node) {
		return MAPPER.writeValueAsString(node);
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

	static JsonMapper mapper() {
		return MAPPER;
	}

}
