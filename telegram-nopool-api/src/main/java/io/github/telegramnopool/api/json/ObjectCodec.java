// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.SerializationContext;

/**
 * Reads and writes a record as a JSON object.
 *
 * @param <T> the record
 */
abstract class ObjectCodec<T> extends Codec<T> {

	@Override
	final T read(JsonParser in) {
		if (!in.isExpectedStartObjectToken()) {
			throw Reading.mismatch(in, "an object");
		}
		return readProperties(in);
	}

	/**
	 * Reads what is left of an object.
	 * @param in a parser right before a property, afterwards at the object's end
	 */
	abstract T readProperties(JsonParser in);

	@Override
	final void write(T value, JsonGenerator out, SerializationContext context) {
		out.writeStartObject();
		writeProperties(value, out, context);
		out.writeEndObject();
	}

	abstract void writeProperties(T value, JsonGenerator out, SerializationContext context);

}
