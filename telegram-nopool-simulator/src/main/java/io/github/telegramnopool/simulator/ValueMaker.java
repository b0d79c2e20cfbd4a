// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Makes values of the schema's types: what the call gives under the same name where that
 * fits, else the first thing that is allowed. Of the optional fields it fills only those
 * that the call gives.
 */
final class ValueMaker {

	private final ApiSchema schema;

	private final ValueCheck check;

	/**
	 * Objects that are the same wherever they occur, such as the chat.
	 */
	private final Map<String, ObjectNode> known;

	private final ObjectNode call;

	private final long now;

	ValueMaker(ApiSchema schema, Map<String, ObjectNode> known, ObjectNode call, long now) {
		this.schema = schema;
		this.check = new ValueCheck(schema, Set.of());
		this.known = known;
		this.call = call;
		this.now = now;
	}

	/**
	 * Make a value.
	 * @param name what it is called, for a text's content
	 * @param given what the call gives for it, if it gives something
	 */
	JsonNode make(SchemaType type, String name, @Nullable JsonNode given) {
		if (given != null && this.check.check(type, given, name).isEmpty()) {
			return given.deepCopy();
		}
		if (type instanceof SchemaType.OneOf choice) {
			return make(choice.of().get(0), name, given);
		}
		return (type instanceof SchemaType.ListOf list) ? list(list.element(), name, given)
				: named(type.toString(), name, given);
	}

	/**
	 * Make a value for a field or parameter.
	 */
	JsonNode make(SchemaField field, @Nullable JsonNode given) {
		if (field.constant() != null) {
			return StringNode.valueOf(field.constant());
		}
		if (given == null && !field.values().isEmpty()) {
			return listed(field.type(), field.values().get(0));
		}
		if (given == null && field.format().equals("unix-time")) {
			return Json.number(this.now);
		}
		return make(field.type(), field.name(), given);
	}

	private JsonNode named(String type, String name, @Nullable JsonNode given) {
		return switch (type) {
			case "Integer", "Int64" -> IntNode.valueOf(1);
			case "Float" -> IntNode.valueOf(0);
			case "String" -> StringNode.valueOf("simulated " + name);
			case "True" -> BooleanNode.TRUE;
			case "Boolean" -> BooleanNode.FALSE;
			default -> {
				SchemaUnion union = this.schema.union(type);
				yield (union != null) ? make(union.first(this.schema), name, given) : object(type, given);
			}
		};
	}

	private ArrayNode list(SchemaType element, String name, @Nullable JsonNode given) {
		ArrayNode list = Json.array();
		List<JsonNode> elements = (given != null && given.isArray()) ? given.valueStream().toList() : List.of();
		elements.forEach((one) -> list.add(make(element, name, one)));
		return elements.isEmpty() ? list.add(make(element, name, null)) : list;
	}

	private ObjectNode object(String type, @Nullable JsonNode given) {
		ObjectNode object = this.known.getOrDefault(type, Json.object()).deepCopy();
		Map<String, SchemaField> fields = this.schema.type(type);
		if (fields != null) {
			fields.values()
				.stream()
				.filter((field) -> !object.has(field.name()))
				.filter((field) -> field.required() || (given != null && given.has(field.name())))
				.forEach((field) -> add(object, field, given));
		}
		return object;
	}

	private void add(ObjectNode object, SchemaField field, @Nullable JsonNode given) {
		JsonNode value = (given != null && given.has(field.name())) ? given.get(field.name())
				: this.call.get(field.name());
		if (value != null && !this.check.check(field, value, field.name()).isEmpty() && isPlain(value)) {
			value = null;
		}
		// What was asked for in a form that an answer does not have is left out
		if (value != null || field.required()) {
			object.set(field.name(), make(field, value));
		}
	}

	private static JsonNode listed(SchemaType type, String value) {
		if (type instanceof SchemaType.ListOf list) {
			return Json.array().add(listed(list.element(), value));
		}
		return type.takes("String") ? StringNode.valueOf(value) : Json.number(Long.parseLong(value));
	}

	private static boolean isPlain(JsonNode value) {
		return !value.isArray() && !value.isObject();
	}

}
