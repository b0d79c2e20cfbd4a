// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/**
 * Compares JSON values with the schema: names and types of fields, what is required, and
 * values that are listed. Limits are not its business.
 */
final class ValueCheck {

	private static final String ATTACH = "attach://";

	private final Set<String> referenced = new HashSet<>();

	private final ApiSchema schema;

	private final Set<String> parts;

	/**
	 * Create a check.
	 * @param parts names of the file parts that values may refer to
	 */
	ValueCheck(ApiSchema schema, Set<String> parts) {
		this.schema = schema;
		this.parts = parts;
	}

	/**
	 * The parts that the values so far have referred to.
	 */
	Set<String> referenced() {
		return this.referenced;
	}

	List<Problem> check(SchemaField field, JsonNode value, String where) {
		List<Problem> problems = new ArrayList<>(check(field.type(), value, where));
		if (problems.isEmpty()) {
			if (field.constant() != null && !value.asString("").equals(field.constant())) {
				problems.add(new Problem(where, "must be '" + field.constant() + "', but is " + shorten(value)));
			}
			if (field.attach()) {
				problems.addAll(reference(value.asString(""), where));
			}
			if (!field.values().isEmpty()) {
				problems.addAll(listed(field, value, where));
			}
		}
		return problems;
	}

	List<Problem> check(SchemaType type, JsonNode value, String where) {
		if (type instanceof SchemaType.OneOf choice) {
			return bestOf(choice.of(), value, where);
		}
		if (type instanceof SchemaType.ListOf list) {
			return value.isArray() ? elements(list, value, where) : mismatch(type, value, where);
		}
		return named((SchemaType.Named) type, value, where);
	}

	/**
	 * Check that a text of the form {@code attach://NAME} names a part.
	 */
	List<Problem> reference(String text, String where) {
		if (text.startsWith(ATTACH)) {
			String part = text.substring(ATTACH.length());
			this.referenced.add(part);
			if (!this.parts.contains(part)) {
				return List
					.of(new Problem(where, "refers to the part '" + part + "', which the request does not have"));
			}
		}
		return List.of();
	}

	private List<Problem> named(SchemaType.Named type, JsonNode value, String where) {
		boolean fits = switch (type.name()) {
			case "Integer" -> value.isIntegralNumber() && value.canConvertToInt();
			case "Int64" -> value.isIntegralNumber() && value.canConvertToLong();
			case "Float" -> value.isNumber();
			case "String", "InputFile" -> value.isString();
			case "Boolean" -> value.isBoolean();
			case "True" -> value.isBoolean() && value.booleanValue();
			default -> true;
		};
		if (!fits) {
			return mismatch(type, value, where);
		}
		SchemaUnion union = this.schema.union(type.name());
		if (union != null) {
			return union(type, union, value, where);
		}
		Map<String, SchemaField> fields = this.schema.type(type.name());
		return (fields != null && !type.name().equals("InputFile")) ? object(type, fields, value, where) : List.of();
	}

	private List<Problem> union(SchemaType.Named type, SchemaUnion union, JsonNode value, String where) {
		if (union.discriminator() == null || !value.isObject()) {
			return bestOf(union.of(), value, where);
		}
		JsonNode discriminator = value.path(union.discriminator());
		if (discriminator.isMissingNode()) {
			return List.of(new Problem(where + "." + union.discriminator(), "is required"));
		}
		List<SchemaType> members = union.members(discriminator.asString(""));
		if (members.isEmpty() && isComplete(union)) {
			return mismatch(type, discriminator, where + "." + union.discriminator());
		}
		return bestOf(members.isEmpty() ? union.of() : members, value, where);
	}

	/**
	 * Whether the schema says all about a union. Of a new one it may know no more than
	 * the members' names.
	 */
	private boolean isComplete(SchemaUnion union) {
		return !union.values().isEmpty() && union.of().stream().allMatch(this.schema::knows);
	}

	private List<Problem> object(SchemaType type, Map<String, SchemaField> fields, JsonNode value, String where) {
		if (!value.isObject()) {
			return mismatch(type, value, where);
		}
		List<Problem> problems = new ArrayList<>();
		value.forEachEntry((name, content) -> {
			SchemaField field = fields.get(name);
			problems.addAll((field != null) ? check(field, content, where + "." + name)
					: List.of(new Problem(where + "." + name, "is no field of " + type)));
		});
		fields.values()
			.stream()
			.filter((field) -> field.required() && !value.has(field.name()))
			.forEach((field) -> problems.add(new Problem(where + "." + field.name(), "is required")));
		return problems;
	}

	private List<Problem> elements(SchemaType.ListOf type, JsonNode list, String where) {
		List<Problem> problems = new ArrayList<>();
		for (int i = 0; i < list.size(); i++) {
			problems.addAll(check(type.element(), list.get(i), where + "[" + i + "]"));
		}
		return problems;
	}

	/**
	 * No problem if one of the types fits, else the problems of the one that comes
	 * nearest.
	 */
	private List<Problem> bestOf(List<SchemaType> types, JsonNode value, String where) {
		Function<SchemaType, List<Problem>> check = (type) -> check(type, value, where);
		return types.stream().map(check).min(Comparator.comparingInt(List::size)).orElse(List.of());
	}

	private static List<Problem> listed(SchemaField field, JsonNode value, String where) {
		List<Problem> problems = new ArrayList<>();
		for (JsonNode one : value.isArray() ? value : Json.array().add(value)) {
			if (field.values().stream().noneMatch((known) -> known.equalsIgnoreCase(one.asString("")))) {
				problems.add(new Problem(where, "has the unknown value " + shorten(one)));
			}
		}
		return problems;
	}

	private static List<Problem> mismatch(SchemaType type, JsonNode value, String where) {
		String kind = (value.getNodeType() == JsonNodeType.POJO) ? "" : value.getNodeType().name();
		return List.of(new Problem(where,
				"must be " + type + ", but is " + kind.toLowerCase(Locale.ROOT) + " " + shorten(value)));
	}

	private static String shorten(JsonNode value) {
		String text = Json.write(value);
		return (text.length() <= 60) ? text : text.substring(0, 57) + "...";
	}

	/**
	 * What is wrong with a value.
	 *
	 * @param where its place, as in {@code media[0].type}
	 * @param what what is wrong, to be read behind the place
	 */
	record Problem(String where, String what) {

	}

}
