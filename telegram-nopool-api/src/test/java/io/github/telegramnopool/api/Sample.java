// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import io.github.telegramnopool.api.json.BotApiJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.TypeFactory;

/**
 * A line of {@code samples/index.json}: a file with one or many values of a type.
 */
record Sample(String file, String kind, String type, boolean many) {

	private static final JsonMapper INDEX = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	static Stream<Sample> all() {
		return Stream.of(INDEX.treeToValue(json("index.json"), Sample[].class));
	}

	/**
	 * The values in the file, without the envelope that answers have.
	 */
	List<JsonNode> values() {
		JsonNode json = json(this.file);
		return switch (this.kind) {
			case "response" -> List.of(json.get("result"));
			case "error" -> json.has("parameters") ? List.of(json.get("parameters")) : List.of();
			default -> this.many ? List.copyOf(json.values()) : List.of(json);
		};
	}

	JavaType javaType() {
		TypeFactory types = BotApiJson.mapper().getTypeFactory();
		if (this.type.startsWith("Array<")) {
			return types.constructCollectionType(List.class, classOf(this.type.substring(6, this.type.length() - 1)));
		}
		return types.constructType((Type) classOf(this.type));
	}

	private Class<?> classOf(String name) {
		return switch (name) {
			case "Integer" -> Integer.class;
			case "String" -> String.class;
			case "True" -> Boolean.class;
			case "Message|True" -> find("model.MessageOrTrue");
			default -> this.kind.equals("request") ? find("method." + capitalize(name)) : find("model." + name);
		};
	}

	private static Class<?> find(String name) {
		try {
			return Class.forName(Sample.class.getPackageName() + "." + name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String capitalize(String name) {
		return Character.toUpperCase(name.charAt(0)) + name.substring(1);
	}

	static JsonNode json(String file) {
		try (InputStream in = Sample.class.getResourceAsStream("/samples/" + file)) {
			return BotApiJson.mapper().readTree(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.file;
	}

}
