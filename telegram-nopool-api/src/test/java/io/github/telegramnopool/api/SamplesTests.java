// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import io.github.telegramnopool.api.json.BotApiJson;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads a value of every type, method and answer of the Bot API, and writes it again.
 */
class SamplesTests {

	private final JsonMapper mapper = BotApiJson.mapper();

	static Stream<Sample> documented() {
		return Sample.all().filter((sample) -> !sample.kind().equals("newer"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("documented")
	void losesNothing(Sample sample) {
		for (JsonNode json : sample.values()) {
			Object value = this.mapper.readValue(this.mapper.treeAsTokens(json), sample.javaType());
			JsonNode written = this.mapper.readTree(this.mapper.writeValueAsString(value));
			assertThat(written).as(sample.file()).isEqualTo(json);
			Object again = this.mapper.readValue(this.mapper.treeAsTokens(written), sample.javaType());
			assertThat(again).as(sample.file()).isEqualTo(value);
		}
	}

}
