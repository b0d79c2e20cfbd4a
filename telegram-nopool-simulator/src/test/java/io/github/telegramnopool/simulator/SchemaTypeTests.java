// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaTypeTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "Integer", "Int64|String", "Array<String>", "Array<Array<KeyboardButton>>", "Array<A|B>|C" })
	void readsWhatItWrites(String expression) {
		assertThat(SchemaType.parse(expression)).hasToString(expression);
	}

	@Test
	void barInsideAListBelongsToTheList() {
		assertThat(SchemaType.parse("Array<A|B>")).isInstanceOf(SchemaType.ListOf.class);
		assertThat(SchemaType.parse("Array<A|B>|C")).isInstanceOf(SchemaType.OneOf.class);
	}

	@Test
	void takesWhatItNames() {
		assertThat(SchemaType.parse("InputFile|String").takes("String")).isTrue();
		assertThat(SchemaType.parse("Array<String>").takes("String")).isFalse();
	}

}
