// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Java type of a field, and notes which enumerations are asked for.
 */
final class TypeNames {

	static final String ROOT = "io.github.telegramnopool.";

	static final String API = ROOT + "api";

	static final String MODEL = API + ".model";

	static final String METHOD = API + ".method";

	static final String EVENT = API + ".event";

	static final String JSON = API + ".json";

	static final String CLIENT = ROOT + "client";

	static final ClassName CHAT_ID = ClassName.get(API, "ChatId");

	static final ClassName INPUT_FILE = ClassName.get(API, "InputFile");

	static final ClassName MESSAGE_TEXT = ClassName.get(API + ".text", "MessageText");

	static final ClassName BOT_INFO = ClassName.get(API, "BotInfo");

	static final ClassName BOT_API_METHOD = ClassName.get(API, "BotApiMethod");

	static final ClassName STRING = ClassName.get(String.class);

	static final ClassName INSTANT = ClassName.get(Instant.class);

	static final ClassName UPDATE = ClassName.get(MODEL, "Update");

	private static final AnnotationSpec NULLABLE = AnnotationSpec.builder(Nullable.class).build();

	private static final Map<String, TypeName> SCALARS = Map.of("Integer", TypeName.INT, "Int64", TypeName.LONG,
			"Float", TypeName.DOUBLE, "Boolean", TypeName.BOOLEAN, "True", TypeName.BOOLEAN, "String", STRING,
			"Int64|String", CHAT_ID, "InputFile|String", INPUT_FILE, "InputFile", INPUT_FILE, "Message|True",
			model("MessageOrTrue"));

	/**
	 * What has no codec of its own, and the method of {@code Reading} that reads it.
	 */
	static final Map<TypeName, String> READERS = Map.of(TypeName.INT, "integer", TypeName.LONG, "number",
			TypeName.DOUBLE, "decimal", TypeName.BOOLEAN, "truth", STRING, "text", INSTANT, "instant", CHAT_ID,
			"chatId", INPUT_FILE, "file");

	private final Schema schema;

	private final Overlay overlay;

	private final Map<String, Set<String>> enums = new TreeMap<>();

	TypeNames(Schema schema, Overlay overlay) {
		this.schema = schema;
		this.overlay = overlay;
		schema.enums().forEach((entry) -> values(entry.name()).addAll(entry.values()));
	}

	static ClassName model(String name) {
		return ClassName.get(MODEL, name);
	}

	static TypeName nullable(TypeName type) {
		return type.box().annotated(NULLABLE);
	}

	/**
	 * Type of a field that is always there, so a primitive where Java has one.
	 */
	TypeName of(String owner, Schema.Field field) {
		String enumeration = enumeration(owner, field);
		if (enumeration != null) {
			return model(enumeration);
		}
		if ("unix-time".equals(field.format()) || this.overlay.instants().contains(owner + "." + field.name())) {
			return INSTANT;
		}
		return field.attach() ? INPUT_FILE : of(field.type());
	}

	/**
	 * Type of an expression of the schema's grammar, such as {@code Array<Update>}.
	 */
	TypeName of(String expression) {
		if (SCALARS.containsKey(expression)) {
			return SCALARS.get(expression);
		}
		if (expression.startsWith("Array<")) {
			String element = expression.substring("Array<".length(), expression.length() - 1);
			return ParameterizedTypeName.get(ClassName.get(List.class), of(element).box());
		}
		return model(expression.contains("|") ? unionOf(expression) : expression);
	}

	private String unionOf(String expression) {
		Set<String> members = Set.of(expression.split("\\|"));
		for (Schema.Union union : this.schema.unions()) {
			if (members.equals(Set.copyOf(union.of()))) {
				return union.name();
			}
		}
		throw new IllegalStateException(
				"No union has the members " + expression + ": name it under 'unions' in overlay.json");
	}

	private @Nullable String enumeration(String owner, Schema.Field field) {
		if (field.enumRef() != null) {
			return field.enumRef();
		}
		if (field.values() == null || !field.type().equals("String")) {
			return null;
		}
		String named = this.overlay.enumOf(owner, field.name());
		String name = (named != null) ? named : Names.capitalize(owner) + Names.pascal(field.name());
		field.values().forEach((value) -> values(name).add((String) value));
		return name;
	}

	private Set<String> values(String enumeration) {
		return this.enums.computeIfAbsent(enumeration, (name) -> new LinkedHashSet<>());
	}

	/**
	 * Enumerations that were asked for so far, with their values.
	 */
	Map<String, Set<String>> enums() {
		return this.enums;
	}

	String constant(String value) {
		String decided = this.overlay.constants().get(value);
		return (decided != null) ? decided : Names.constant(value);
	}

	boolean canBeEmpty(Schema.Method method) {
		return method.params().stream().noneMatch(Schema.Field::required) && !this.overlay.needsChoice(method.name());
	}

	LimitWriter limits(String owner, List<Schema.Field> fields) {
		return new LimitWriter(this.overlay, owner, fields);
	}

	boolean isOptIn(String updateKind) {
		return this.overlay.optInUpdates().contains(updateKind);
	}

}
