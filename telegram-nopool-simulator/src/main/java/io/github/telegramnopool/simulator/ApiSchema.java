// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The Bot API as data: methods, object types and unions by name.
 * <p>
 * Read from the file that the generated classes are made of, by code of its own, so that
 * a fault of the generator cannot hide itself here.
 */
final class ApiSchema {

	private static final String FILE = "schema.json";

	private static final Set<String> PRIMITIVES = Set.of("Integer", "Int64", "Float", "String", "Boolean", "True",
			"InputFile");

	final Map<String, SchemaMethod> methods = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	final Map<String, Map<String, SchemaField>> types = new LinkedHashMap<>();

	final Map<String, SchemaUnion> unions = new LinkedHashMap<>();

	ApiSchema() {
	}

	static ApiSchema load() {
		try (InputStream file = ApiSchema.class.getResourceAsStream(FILE)) {
			if (file == null) {
				throw new IllegalStateException(
						FILE + " is missing beside " + ApiSchema.class.getName() + ". Build the simulator with Maven.");
			}
			return SchemaReader.read(Json.parseObject(new String(file.readAllBytes(), Json.CHARSET)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Collection<SchemaMethod> methods() {
		return this.methods.values();
	}

	/**
	 * Find a method by its name in any case.
	 */
	@Nullable SchemaMethod method(String name) {
		return this.methods.get(name);
	}

	/**
	 * Find the fields of an object type.
	 */
	@Nullable Map<String, SchemaField> type(String name) {
		return this.types.get(name);
	}

	/**
	 * Whether a type is one that the schema explains.
	 */
	boolean knows(SchemaType type) {
		if (type instanceof SchemaType.ListOf list) {
			return knows(list.element());
		}
		String name = type.toString();
		return PRIMITIVES.contains(name) || this.types.containsKey(name) || this.unions.containsKey(name);
	}

	@Nullable SchemaField field(String type, String name) {
		return this.types.getOrDefault(type, Map.of()).get(name);
	}

	/**
	 * The type of a field that a message is known to have.
	 */
	SchemaType contentType(String field) {
		SchemaField content = field("Message", field);
		if (content == null) {
			throw new IllegalStateException("The schema's Message has no field '" + field + "'");
		}
		return content.type();
	}

	@Nullable SchemaUnion union(String name) {
		return this.unions.get(name);
	}

}
