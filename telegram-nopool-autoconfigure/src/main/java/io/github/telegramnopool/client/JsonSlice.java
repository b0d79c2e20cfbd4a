// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value within the bytes of an answer. Where it begins and ends is seen by its brackets
 * and quotes, without reading it: so each element of a list can be read apart from its
 * neighbours, whatever one of them holds.
 *
 * @param bytes the whole answer
 * @param begin the place of the value's first byte
 * @param end the place behind its last
 */
record JsonSlice(byte[] bytes, int begin, int end) {

	/**
	 * Look at a document.
	 * @return its value, or {@code null} if it has none
	 */
	static @Nullable JsonSlice of(byte[] document) {
		int begin = 0;
		int end = document.length;
		while (begin < end && isSpace(document[begin])) {
			begin++;
		}
		while (end > begin && isSpace(document[end - 1])) {
			end--;
		}
		return (begin < end) ? new JsonSlice(document, begin, end) : null;
	}

	boolean isObject() {
		return this.bytes[this.begin] == '{';
	}

	boolean isList() {
		return this.bytes[this.begin] == '[';
	}

	boolean is(String literal) {
		return size() == literal.length() && text().equals(literal);
	}

	private int size() {
		return this.end - this.begin;
	}

	/**
	 * Take an object apart.
	 * @return the value of each property, the last one of those with the same name; or
	 * {@code null} if it is no whole object
	 */
	@Nullable Map<String, JsonSlice> properties() {
		Map<String, JsonSlice> properties = new HashMap<>();
		return (isObject() && forEach((name, value) -> properties.put(name, value))) ? properties : null;
	}

	/**
	 * Take a list apart.
	 */
	List<JsonSlice> elements() {
		List<JsonSlice> elements = new ArrayList<>();
		if (isList()) {
			forEach((name, value) -> elements.add(value));
		}
		return elements;
	}

	/**
	 * Visit what is inside. Elements have an empty name.
	 * @return whether it ends where this value ends
	 */
	private boolean forEach(BiConsumer<String, JsonSlice> visitor) {
		byte close = (byte) (isObject() ? '}' : ']');
		int place = skipSpace(this.begin + 1);
		while (place < this.end && this.bytes[place] != close) {
			String name = "";
			if (isObject()) {
				int nameEnd = endOf(place);
				if (nameEnd <= place + 1) {
					return false;
				}
				name = new JsonSlice(this.bytes, place + 1, nameEnd - 1).text();
				place = skipPast(':', nameEnd);
			}
			int valueEnd = endOf(place);
			if (valueEnd <= place) {
				return false;
			}
			visitor.accept(name, new JsonSlice(this.bytes, place, valueEnd));
			place = skipPast(',', valueEnd);
		}
		return place == this.end - 1;
	}

	private int skipPast(char separator, int from) {
		int place = skipSpace(from);
		return (place < this.end && this.bytes[place] == separator) ? skipSpace(place + 1) : place;
	}

	private int skipSpace(int from) {
		int place = from;
		while (place < this.end && isSpace(this.bytes[place])) {
			place++;
		}
		return place;
	}

	private static boolean isSpace(byte character) {
		return character == ' ' || character == '\n' || character == '\r' || character == '\t';
	}

	/**
	 * Find the place behind a value.
	 * @return the place or -1 if the value does not end
	 */
	private int endOf(int from) {
		int depth = 0;
		int place = from;
		while (place < this.end) {
			byte current = this.bytes[place];
			if (current == '"') {
				place = endOfText(place + 1);
				if (place < 0) {
					return -1;
				}
			}
			else if (current == '{' || current == '[') {
				depth++;
				place++;
			}
			else if (current == '}' || current == ']') {
				depth--;
				place++;
			}
			else if (depth > 0) {
				place++;
				continue;
			}
			else {
				return endOfLiteral(place);
			}
			if (depth <= 0) {
				return place;
			}
		}
		return -1;
	}

	private int endOfText(int from) {
		for (int place = from; place < this.end; place++) {
			if (this.bytes[place] == '"') {
				return place + 1;
			}
			if (this.bytes[place] == '\\') {
				place++;
			}
		}
		return -1;
	}

	private int endOfLiteral(int from) {
		int place = from;
		while (place < this.end && ",:]}\"[{".indexOf(this.bytes[place]) < 0 && !isSpace(this.bytes[place])) {
			place++;
		}
		return place;
	}

	/**
	 * Read the value.
	 */
	<T> T read(JsonMapper mapper, JavaType type) {
		return mapper.readValue(this.bytes, this.begin, size(), type);
	}

	/**
	 * The value as it came.
	 */
	String text() {
		return new String(this.bytes, this.begin, size(), StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return size() + " bytes";
	}

}
