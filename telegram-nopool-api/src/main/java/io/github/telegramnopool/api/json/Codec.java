package io.github.telegramnopool.api.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.SerializationContext;

/**
 * Reads and writes the values of one type. An interface, since the JVM would load all of
 * the codecs to verify the code that chooses among them if it were a class.
 *
 * @param <T> the type
 */
interface Codec<T> {

	/**
	 * Reads a value.
	 * @param in a parser at the first token of the value, afterwards at its last
	 */
	T read(JsonParser in);

	void write(T value, JsonGenerator out, SerializationContext context);

}
