// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.PropertyNamingStrategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class NamesTests {

	@ParameterizedTest
	@CsvSource({ "bot_command,BOT_COMMAND", "MarkdownV2,MARKDOWN_V2", "HTML,HTML", "image/jpeg,IMAGE_JPEG",
			"🎳,BOWLING", "❤‍🔥,HEAVY_BLACK_HEART_FIRE" })
	void makesConstantOfValue(String value, String constant) {
		assertThat(Names.constant(value)).isEqualTo(constant);
	}

	@Test
	void asksForNameThatUnicodeDoesNotHave() {
		assertThatIllegalStateException().isThrownBy(() -> Names.constant("\uE000\uDBFF\uDFFF"))
			.withMessageContaining("overlay.json");
	}

	/**
	 * The mapper at run time goes the other way, so it has to arrive where we started.
	 */
	@Test
	void everyFieldFindsItsWayBack() {
		Schema schema = Schema.load();
		Stream<Schema.Field> fields = Stream.concat(schema.types().stream().flatMap((type) -> type.fields().stream()),
				schema.methods().stream().flatMap((method) -> method.params().stream()));
		assertThat(fields.map(Schema.Field::name)).hasSize(2904).allSatisfy(NamesTests::findsItsWayBack);
	}

	private static void findsItsWayBack(String name) {
		assertThat(PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, Names.camel(name))).isEqualTo(name);
	}

}
