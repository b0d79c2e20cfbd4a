// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.telegramnopool.api.text.MessageText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Builds a value of a type or method as the schema describes it: with what is required
 * and one more parameter. It reads the schema as JSON and shares nothing with what writes
 * the builders.
 */
final class SchemaBuilder {

	private final String owner;

	private final JsonNode fields;

	private final Object builder;

	private final Set<String> set = new HashSet<>();

	private SchemaBuilder(String owner, JsonNode fields, Class<?> type) throws ReflectiveOperationException {
		this.owner = owner;
		this.fields = fields;
		this.builder = type.getMethod("builder").invoke(null);
	}

	/**
	 * Starts a value.
	 * @param owner name of a type or of a method
	 * @param fields its fields or parameters
	 */
	static SchemaBuilder of(String owner, JsonNode fields) throws ReflectiveOperationException {
		boolean method = Character.isLowerCase(owner.charAt(0));
		String name = Character.toUpperCase(owner.charAt(0)) + owner.substring(1);
		String folder = method ? ".method." : ".model.";
		Class<?> type = Class.forName(SchemaBuilder.class.getPackageName() + folder + name);
		return new SchemaBuilder(owner, fields, type);
	}

	/**
	 * Sets a parameter. A number fits any type of number, and so on.
	 */
	SchemaBuilder set(String field, Object value) throws ReflectiveOperationException {
		Method setter = setter(field);
		setter.invoke(this.builder, converted(value, setter.getParameterTypes()[0]));
		this.set.add(field);
		return this;
	}

	/**
	 * Sets whatever else is required, but for one.
	 */
	SchemaBuilder setRequired(@Nullable String except) throws ReflectiveOperationException {
		for (JsonNode field : this.fields) {
			String name = field.get("name").asString();
			if (field.get("required").asBoolean() && !field.has("const") && !this.set.contains(name)
					&& !name.equals(except)) {
				set(name, acceptable(field, setter(name).getParameterTypes()[0]));
			}
		}
		return this;
	}

	/**
	 * Sets one option of each choice that the parameters so far leave open.
	 */
	SchemaBuilder setChoices(JsonNode choices) throws ReflectiveOperationException {
		for (JsonNode choice : choices) {
			boolean mine = choice.get("owners").valueStream().anyMatch((it) -> it.asString().equals(this.owner));
			if (mine && !choice.get("rule").asString().equals("at most one")) {
				List<String> options = options(choice);
				if (options.stream().noneMatch(this.set::contains)) {
					for (String name : options.get(0).split("\\+")) {
						set(name, acceptable(field(name), setter(name).getParameterTypes()[0]));
					}
				}
			}
		}
		return this;
	}

	private List<String> options(JsonNode choice) {
		if (choice.has("of")) {
			return choice.get("of").valueStream().map(JsonNode::asString).toList();
		}
		List<String> except = choice.get("allBut").valueStream().map(JsonNode::asString).toList();
		return this.fields.valueStream()
			.filter((field) -> !field.get("required").asBoolean())
			.map((field) -> field.get("name").asString())
			.filter((name) -> !except.contains(name))
			.toList();
	}

	/**
	 * Makes the value.
	 * @throws RuntimeException what the builder throws
	 */
	Object build() throws ReflectiveOperationException {
		try {
			return this.builder.getClass().getMethod("build").invoke(this.builder);
		}
		catch (InvocationTargetException ex) {
			throw (RuntimeException) ex.getCause();
		}
	}

	private JsonNode field(String name) {
		return this.fields.valueStream()
			.filter((field) -> field.get("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private Method setter(String field) {
		return Arrays.stream(this.builder.getClass().getMethods())
			.filter((method) -> method.getName().equals(javaName(field)))
			// Others take a chat's number, or a text with its entities
			.filter((method) -> method.getParameterTypes()[0] != MessageText.class)
			.filter((method) -> method.getParameterTypes()[0] != long.class || !hasChatId(field))
			.findFirst()
			.orElseThrow();
	}

	private boolean hasChatId(String field) {
		return field(field).get("type").asString().equals("Int64|String");
	}

	static String javaName(String field) {
		StringBuilder name = new StringBuilder();
		for (String word : field.split("_")) {
			name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
		}
		return name.toString();
	}

	private static Object converted(Object value, Class<?> type) {
		if (value instanceof Number number) {
			if (type == int.class || type == Integer.class) {
				return Math.toIntExact(number.longValue());
			}
			return (type == double.class || type == Double.class) ? (Object) number.doubleValue() : number.longValue();
		}
		return value;
	}

	/**
	 * A value within the limits of a field.
	 */
	private static Object acceptable(JsonNode field, Class<?> type) throws ReflectiveOperationException {
		if (type == String.class) {
			return "x".repeat(Math.max(1, field.path("minLength").asInt(0)));
		}
		if (type == List.class) {
			return Collections.nCopies(field.path("minItems").asInt(0), List.of());
		}
		if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
			JsonNode listed = field.path("enum").path(0);
			return converted(listed.asLong(field.path("min").asLong(1)), type);
		}
		return empty(type);
	}

	private static Object empty(Class<?> type) throws ReflectiveOperationException {
		if (type == boolean.class || type == Boolean.class) {
			return true;
		}
		if (type == ChatId.class) {
			return ChatId.of(5);
		}
		if (type == InputFile.class) {
			return InputFile.fileId("AgAC");
		}
		if (type == Instant.class) {
			return Instant.EPOCH;
		}
		return type.isInterface() ? empty(type.getPermittedSubclasses()[0]) : emptyRecord(type);
	}

	/**
	 * By the constructor, which checks nothing.
	 */
	private static Object emptyRecord(Class<?> type) throws ReflectiveOperationException {
		Class<?>[] types = Stream.of(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
		Object[] values = Stream.of(types).map(SchemaBuilder::nothing).toArray();
		return type.getConstructor(types).newInstance(values);
	}

	private static @Nullable Object nothing(Class<?> type) {
		if (type == String.class) {
			return "";
		}
		if (type == boolean.class) {
			return false;
		}
		return type.isPrimitive() ? converted(0, type) : null;
	}

}
