// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.SerializationContext;

/**
 * Reads and writes a list as a JSON array.
 *
 * @param <E> type of the elements
 */
final class ListCodec<E> extends Codec<List<E>> {

	private final Codec<E> element;

	ListCodec(Codec<E> element) {
		this.element = element;
	}

	@Override
	List<E> read(JsonParser in) {
		if (!in.isExpectedStartArrayToken()) {
			throw Reading.mismatch(in, "a list");
		}
		List<E> elements = new ArrayList<>();
		while (in.nextToken() != JsonToken.END_ARRAY) {
			if (in.currentToken() != JsonToken.VALUE_NULL) {
				elements.add(this.element.read(in));
			}
		}
		return List.copyOf(elements);
	}

	@Override
	void write(List<E> value, JsonGenerator out, SerializationContext context) {
		out.writeStartArray();
		for (E element : value) {
			this.element.write(element, out, context);
		}
		out.writeEndArray();
	}

}
