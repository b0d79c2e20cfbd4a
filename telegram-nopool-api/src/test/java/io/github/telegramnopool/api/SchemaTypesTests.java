// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.telegramnopool.api.json.BotApiJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares every record with the schema: its components, their types, which may be
 * missing, and what a method results in. It shares nothing with what writes the records.
 */
class SchemaTypesTests {

	private static final Path SCHEMA = Path.of("../tools/codegen/src/main/resources/io/github/telegramnopool/codegen");

	private static final Map<String, String> SCALARS = Map.of("Integer", "Integer", "Int64", "Long", "Float", "Double",
			"Boolean", "Boolean", "True", "Boolean", "String", "String", "InputFile", "InputFile", "InputFile|String",
			"InputFile", "Int64|String", "ChatId", "Message|True", "MessageOrTrue");

	private static final JsonNode API = read("schema.json");

	private static final JsonNode OVERLAY = read("overlay.json");

	static Stream<String> types() {
		return API.get("types").valueStream().filter((type) -> !type.has("kind")).map(SchemaTypesTests::name);
	}

	static Stream<String> methods() {
		return API.get("methods").valueStream().map(SchemaTypesTests::name);
	}

	static Stream<String> unions() {
		return Stream.of(API, OVERLAY).flatMap((from) -> from.get("unions").valueStream()).map(SchemaTypesTests::name);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("types")
	void typeHasWhatTheSchemaLists(String type) {
		assertComponents(type, find("types", type).get("fields"), classOf("model." + type));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("methods")
	void methodHasWhatTheSchemaListsAndItsResult(String method) {
		JsonNode json = find("methods", method);
		Class<?> record = classOf("method." + capitalized(method));
		assertComponents(method, json.get("params"), record);
		ParameterizedType result = (ParameterizedType) record.getGenericInterfaces()[0];
		assertThat(result.getRawType()).isEqualTo(BotApiMethod.class);
		assertThat(written(result.getActualTypeArguments()[0])).isEqualTo(expected(json.get("returns").asString()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("unions")
	void unionPermitsItsMembers(String union) {
		Class<?> type = classOf("model." + union);
		JsonNode json = Stream.of(API, OVERLAY)
			.flatMap((from) -> from.get("unions").valueStream())
			.filter((it) -> name(it).equals(union))
			.findFirst()
			.orElseThrow();
		Set<String> expected = json.get("of").valueStream().map((member) -> switch (member.asString()) {
			case "String" -> union + "Plain";
			case "Array<RichText>" -> union + "List";
			default -> member.asString();
		}).collect(Collectors.toSet());
		if (!json.get("dir").asString().equals("sent") && !union.equals("MaybeInaccessibleMessage")) {
			expected.add("Unknown");
		}
		assertThat(Arrays.stream(type.getPermittedSubclasses()).map(Class::getSimpleName))
			.containsExactlyInAnyOrderElementsOf(expected);
	}

	private static void assertComponents(String owner, JsonNode fields, Class<?> record) {
		List<String> expected = fields.valueStream()
			.filter((field) -> !field.has("const"))
			.map((field) -> described(SchemaBuilder.javaName(name(field)), expected(owner, field),
					isRequired(owner, field)))
			.toList();
		assertThat(Arrays.stream(record.getRecordComponents()).map(SchemaTypesTests::described))
			.containsExactlyElementsOf(expected);
		fields.valueStream().filter((field) -> field.has("const")).forEach((field) -> assertConstant(record, field));
	}

	/**
	 * What is always the same is a method at most.
	 */
	private static void assertConstant(Class<?> record, JsonNode field) {
		assertThat(record.getRecordComponents()).extracting(RecordComponent::getName)
			.doesNotContain(SchemaBuilder.javaName(name(field)));
	}

	private static boolean isRequired(String owner, JsonNode field) {
		boolean mayBeAbsent = OVERLAY.get("mayBeAbsent")
			.valueStream()
			.anyMatch((place) -> place.asString().equals(owner + "." + name(field)));
		return field.get("required").asBoolean() && !mayBeAbsent;
	}

	private static String expected(String owner, JsonNode field) {
		String place = owner + "." + name(field);
		if (field.get("type").asString().equals("String") && (field.has("enum") || field.has("enumRef"))) {
			return enumeration(place, field);
		}
		boolean instant = OVERLAY.get("instants").valueStream().anyMatch((it) -> it.asString().equals(place));
		if (instant || field.path("format").asString("").equals("unix-time")) {
			return "Instant";
		}
		return field.path("attach").asBoolean(false) ? "InputFile" : expected(field.get("type").asString());
	}

	private static String enumeration(String place, JsonNode field) {
		if (field.has("enumRef")) {
			return "enum " + field.get("enumRef").asString();
		}
		String own = capitalized(SchemaBuilder.javaName(place.replace('.', '_')));
		return "enum " + OVERLAY.get("enums")
			.propertyStream()
			.filter((entry) -> entry.getValue().valueStream().anyMatch((it) -> it.asString().equals(place)))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(own);
	}

	private static String expected(String type) {
		if (SCALARS.containsKey(type)) {
			return SCALARS.get(type);
		}
		if (type.startsWith("Array<")) {
			return "List<" + expected(type.substring(6, type.length() - 1)) + ">";
		}
		return type.contains("|") ? unionOf(Set.of(type.split("\\|"))) : type;
	}

	private static String unionOf(Set<String> members) {
		return OVERLAY.get("unions")
			.valueStream()
			.filter((union) -> members
				.equals(union.get("of").valueStream().map(JsonNode::asString).collect(Collectors.toSet())))
			.map(SchemaTypesTests::name)
			.findFirst()
			.orElseThrow();
	}

	private static String described(RecordComponent component) {
		boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
		Class<?> type = component.getType();
		boolean boxed = MethodType.methodType(type).unwrap().returnType().isPrimitive() && !type.isPrimitive();
		assertThat(nullable || !boxed).as("%s may be missing or is primitive", component).isTrue();
		return described(component.getName(), written(component.getGenericType()), !nullable);
	}

	private static String described(String name, String type, boolean required) {
		return type + (required ? " " : "? ") + name;
	}

	private static String written(Type type) {
		if (type instanceof ParameterizedType list) {
			assertThat(list.getRawType()).isEqualTo(List.class);
			return "List<" + written(list.getActualTypeArguments()[0]) + ">";
		}
		Class<?> raw = (Class<?>) type;
		String name = MethodType.methodType(raw).wrap().returnType().getSimpleName();
		return isEnum(raw) ? "enum " + name : name;
	}

	private static boolean isEnum(Class<?> type) {
		return type.isRecord() && Arrays.stream(type.getDeclaredFields())
			.anyMatch((field) -> field.getType() == type && Modifier.isStatic(field.getModifiers()));
	}

	private static String capitalized(String name) {
		return Character.toUpperCase(name.charAt(0)) + name.substring(1);
	}

	private static String name(JsonNode json) {
		return json.get("name").asString();
	}

	private static JsonNode find(String list, String name) {
		return API.get(list).valueStream().filter((it) -> name(it).equals(name)).findFirst().orElseThrow();
	}

	private static Class<?> classOf(String name) {
		try {
			return Class.forName(SchemaTypesTests.class.getPackageName() + "." + name);
		}
		catch (ClassNotFoundException ex) {
			throw new AssertionError(ex);
		}
	}

	private static JsonNode read(String file) {
		try {
			return BotApiJson.mapper().readTree(Files.readString(SCHEMA.resolve(file)));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
