// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ManyUpdatesTests {

	@AutoClose
	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@Test
	void queuesAListInItsOrder() {
		String list = IntStream.range(0, 1000)
			.mapToObj((number) -> "{\"message\":{\"message_id\":1,\"text\":\"" + number + "\"}}")
			.collect(Collectors.joining(",", "[", "]"));
		int first = this.calls.control("bots/42/updates", list).get("update_ids").get(0).intValue();
		assertThat(this.simulator.bot(42).pending()).isEqualTo(1000);
		assertThat(
				this.calls.result("getUpdates?offset=" + (first + 999)).get(0).get("message").get("text").stringValue())
			.isEqualTo("999");
	}

	@Test
	void idIsNullForAnUpdateThatIsNotWanted() {
		JsonNode ids = this.calls.control("bots/42/test/updates", "[{\"chat_member\":{}},{\"poll\":{}}]")
			.get("update_ids");
		assertThat(ids.get(0).isNull()).isTrue();
		assertThat(ids.get(1).isNumber()).isTrue();
		assertThat(this.simulator.testBot(42).pending()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "[{},5] | must be a JSON object", "[{] | a JSON list of updates is expected" })
	void explainsBadInput(String body, String detail) {
		assertThat(this.calls.control("bots/42/updates", body).get("description").stringValue()).contains(detail);
		assertThat(this.simulator.bot(42).pending()).isZero();
	}

}
