// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Methods of generated records that make a call of the Bot API, from
 * {@code shortcuts.json}.
 *
 * @param fills parameters and their values, under a name for those who share them
 * @param shortcuts name of a type to its shortcuts
 */
record Shortcuts(Map<String, Map<String, JsonNode>> fills, Map<String, List<Shortcut>> shortcuts) {

	static Shortcuts load() {
		try (InputStream in = Shortcuts.class.getResourceAsStream("shortcuts.json")) {
			return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Shortcuts read(String json) {
		return JsonMapper.builder()
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build()
			.readValue(json, Shortcuts.class);
	}

	List<Shortcut> of(String type) {
		return this.shortcuts.getOrDefault(type, List.of());
	}

	/**
	 * What a shortcut fills in, of all that its fills know.
	 */
	Map<String, JsonNode> values(Shortcut shortcut, Schema.Method method) {
		Map<String, JsonNode> values = new LinkedHashMap<>();
		shortcut.fill().forEach((name) -> values.putAll(this.fills.get(name)));
		values.keySet().removeIf((param) -> !has(method, param));
		values.putAll(shortcut.set());
		return values;
	}

	static boolean has(Schema.Method method, String param) {
		return method.params().stream().anyMatch((field) -> field.name().equals(param));
	}

	/**
	 * One shortcut.
	 *
	 * @param method the method that it makes a call of
	 * @param fill names of fills
	 * @param set further parameters and their values
	 * @param takes optional parameters that become arguments, as the required ones do
	 * @param unless what must not be there, since the method can't say it
	 */
	record Shortcut(String name, String method, List<String> fill, Map<String, JsonNode> set, List<String> takes,
			@Nullable String unless) {

		Shortcut {
			fill = (fill != null) ? fill : List.of();
			set = (set != null) ? set : Map.of();
			takes = (takes != null) ? takes : List.of();
		}

	}

}
