// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.SerializationContext;

/**
 * Reads and writes the values of one type.
 *
 * @param <T> the type
 */
abstract class Codec<T> {

	/**
	 * Reads a value.
	 * @param in a parser at the first token of the value, afterwards at its last
	 */
	abstract T read(JsonParser in);

	abstract void write(T value, JsonGenerator out, SerializationContext context);

}
