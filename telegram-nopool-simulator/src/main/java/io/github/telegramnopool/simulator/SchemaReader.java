// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the schema's JSON.
 */
final class SchemaReader {

	/**
	 * Lists that grow faster than the schema: any value goes.
	 */
	private static final Set<String> OPEN_LISTS = Set.of("Currency", "ReactionEmoji");

	private final JsonNode json;

	private SchemaReader(JsonNode json) {
		this.json = json;
	}

	static ApiSchema read(JsonNode json) {
		SchemaReader reader = new SchemaReader(json);
		ApiSchema schema = new ApiSchema();
		json.path("types").forEach((type) -> schema.types.put(text(type, "name"), reader.fields(type.path("fields"))));
		json.path("unions").forEach((union) -> schema.unions.put(text(union, "name"), union(union)));
		json.path("methods").forEach((method) -> {
			String name = text(method, "name");
			schema.methods.put(name, new SchemaMethod(name, reader.fields(method.path("params")),
					SchemaType.parse(text(method, "returns"))));
		});
		return schema;
	}

	private Map<String, SchemaField> fields(JsonNode list) {
		Map<String, SchemaField> fields = new LinkedHashMap<>();
		list.forEach((field) -> fields.put(text(field, "name"), field(field)));
		return fields;
	}

	private SchemaField field(JsonNode field) {
		return new SchemaField(text(field, "name"), SchemaType.parse(text(field, "type")),
				field.path("required").asBoolean(false), field.path("const").asString(null), values(field),
				field.path("attach").asBoolean(false), text(field, "format"));
	}

	private List<String> values(JsonNode field) {
		List<String> values = new ArrayList<>();
		field.path("enum").forEach((value) -> values.add(value.asString()));
		String list = text(field, "enumRef");
		if (!OPEN_LISTS.contains(list)) {
			find("enums", list).path("values").forEach((value) -> values.add(value.asString()));
		}
		find("types", text(field, "enumOf")).path("fields").forEach((option) -> {
			if (!option.path("required").asBoolean(false)) {
				values.add(text(option, "name"));
			}
		});
		return List.copyOf(values);
	}

	private JsonNode find(String list, String name) {
		return this.json.path(list)
			.valueStream()
			.filter((entry) -> text(entry, "name").equals(name))
			.findFirst()
			.orElse(Json.object());
	}

	private static SchemaUnion union(JsonNode union) {
		Map<String, List<SchemaType>> values = new LinkedHashMap<>();
		union.path("values").forEachEntry((value, member) -> values.put(value, members(member)));
		String otherwise = union.path("otherwise").asString(null);
		@Nullable SchemaType rest = (otherwise != null) ? SchemaType.parse(otherwise) : null;
		return new SchemaUnion(members(union.path("of")), union.path("discriminator").asString(null), values, rest);
	}

	private static List<SchemaType> members(JsonNode names) {
		return names.isString() ? List.of(SchemaType.parse(names.stringValue()))
				: names.valueStream().map((name) -> SchemaType.parse(name.stringValue())).toList();
	}

	private static String text(JsonNode entry, String name) {
		return entry.path(name).asString("");
	}

}
