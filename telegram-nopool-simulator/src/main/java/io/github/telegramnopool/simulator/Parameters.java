// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Parameters of a call in the order in which they came. The first value of a name wins
 * ({@code Query::arg}).
 */
final class Parameters {

	private final Map<String, String> values = new LinkedHashMap<>();

	private final Set<String> json = new HashSet<>();

	private final Map<String, UploadedFile> files = new LinkedHashMap<>();

	void add(String name, String value) {
		this.values.putIfAbsent(name, value);
	}

	/**
	 * Add a value that came as JSON other than a string; it counts by its text.
	 */
	void addJson(String name, String json) {
		if (this.values.putIfAbsent(name, json) == null) {
			this.json.add(name);
		}
	}

	void add(UploadedFile file) {
		if (this.files.putIfAbsent(file.part, file) != null) {
			file.discard();
		}
	}

	void discardFiles() {
		this.files.values().forEach(UploadedFile::discard);
	}

	boolean has(String name) {
		return this.values.containsKey(name);
	}

	/**
	 * Whether a value came as JSON other than a string.
	 */
	boolean isJson(String name) {
		return this.json.contains(name);
	}

	String get(String name) {
		return this.values.getOrDefault(name, "");
	}

	/**
	 * A number read as {@code Client::get_integer_arg} does: leading digits count, the
	 * rest is ignored, and what is no number is 0.
	 */
	int getInteger(String name, int fallback, int min, int max) {
		String value = get(name);
		return Math.min(Math.max(value.isEmpty() ? fallback : leadingInteger(value), min), max);
	}

	/**
	 * A large number, or 0 if it is none.
	 */
	long getLong(String name) {
		String value = get(name);
		return value.matches("-?[0-9]{1,18}") ? Long.parseLong(value) : 0;
	}

	/**
	 * Read as {@code Client::to_bool} does.
	 */
	boolean getBoolean(String name) {
		String value = get(name).trim();
		return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes") || value.equals("1");
	}

	@Nullable JsonNode getJson(String name) {
		String value = get(name);
		return value.isBlank() ? null : Json.parseOrNull(value);
	}

	@Nullable UploadedFile getFile(String name) {
		return this.files.get(name);
	}

	Map<String, String> values() {
		return Map.copyOf(this.values);
	}

	Map<String, UploadedFile> files() {
		return Map.copyOf(this.files);
	}

	private static int leadingInteger(String value) {
		boolean negative = value.startsWith("-");
		int result = 0;
		for (int i = negative ? 1 : 0; i < value.length() && Character.digit(value.charAt(i), 10) >= 0; i++) {
			result = result * 10 + Character.digit(value.charAt(i), 10);
		}
		return negative ? -result : result;
	}

}
