// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.SerializationContext;

/**
 * Codecs for the elements of lists of numbers and texts.
 */
final class Scalars {

	static final Codec<Integer> INTEGER = new Codec<>() {

		@Override
		Integer read(JsonParser in) {
			return Reading.integer(in);
		}

		@Override
		void write(Integer value, JsonGenerator out, SerializationContext context) {
			out.writeNumber(value.intValue());
		}

	};

	static final Codec<Long> LONG = new Codec<>() {

		@Override
		Long read(JsonParser in) {
			return Reading.number(in);
		}

		@Override
		void write(Long value, JsonGenerator out, SerializationContext context) {
			out.writeNumber(value.longValue());
		}

	};

	static final Codec<String> STRING = new Codec<>() {

		@Override
		String read(JsonParser in) {
			return Reading.text(in);
		}

		@Override
		void write(String value, JsonGenerator out, SerializationContext context) {
			out.writeString(value);
		}

	};

	private Scalars() {
	}

}
