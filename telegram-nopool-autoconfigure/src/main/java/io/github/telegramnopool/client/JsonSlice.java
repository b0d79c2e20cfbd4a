package io.github.telegramnopool.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
	 * @return its value, or {@code null} if it has none, more than one or only a part
	 */
	static @Nullable JsonSlice of(byte[] document) {
		JsonSlice all = new JsonSlice(document, 0, document.length);
		int begin = all.skipSpace(0);
		int end = (begin < document.length) ? all.endOf(begin) : -1;
		return (end > begin && all.skipSpace(end) == document.length) ? new JsonSlice(document, begin, end) : null;
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
	 * Find a property of an object.
	 * @param name the name, of which no character needs an escape
	 * @return the value, the last one if there are several, or {@code null} if there is
	 * none
	 */
	@Nullable JsonSlice property(String name) {
		JsonSlice[] found = new JsonSlice[1];
		if (isObject()) {
			forEach((key, value) -> {
				if (key != null && key.size() == name.length() + 2
						&& key.text().regionMatches(1, name, 0, name.length())) {
					found[0] = value;
				}
			});
		}
		return found[0];
	}

	/**
	 * Take a list apart.
	 */
	List<JsonSlice> elements() {
		List<JsonSlice> elements = new ArrayList<>();
		if (isList()) {
			forEach((key, value) -> elements.add(value));
		}
		return elements;
	}

	private void forEach(BiConsumer<@Nullable JsonSlice, JsonSlice> visitor) {
		int place = skipSpace(this.begin + 1);
		while (place < this.end - 1) {
			JsonSlice key = null;
			if (isObject()) {
				int keyEnd = endOf(place);
				if (keyEnd <= place) {
					return;
				}
				key = new JsonSlice(this.bytes, place, keyEnd);
				place = skipPast(':', keyEnd);
			}
			int valueEnd = (place < this.end - 1) ? endOf(place) : -1;
			if (valueEnd <= place) {
				return;
			}
			visitor.accept(key, new JsonSlice(this.bytes, place, valueEnd));
			place = skipPast(',', valueEnd);
		}
	}

	private int skipPast(char separator, int from) {
		int place = skipSpace(from);
		return (place < this.end && this.bytes[place] == separator) ? skipSpace(place + 1) : place;
	}

	private int skipSpace(int from) {
		int place = from;
		while (place < this.end && this.bytes[place] <= ' ' && this.bytes[place] > 0) {
			place++;
		}
		return place;
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
		while (place < this.end && ",:]}\"[{".indexOf(this.bytes[place]) < 0
				&& (this.bytes[place] > ' ' || this.bytes[place] < 0)) {
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
