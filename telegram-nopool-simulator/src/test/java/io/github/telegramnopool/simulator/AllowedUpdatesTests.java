// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AllowedUpdatesTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final SimulatedBot bot = this.simulator.bot(42);

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	private int offset;

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	@DisplayName("get_allowed_update_types: all kinds but three come by default, and kinds of tomorrow")
	void threeKindsDoNotComeByDefault() {
		assertThat(this.bot.push("{\"chat_member\":{}}")).isZero();
		assertThat(this.bot.push("{\"message_reaction\":{}}")).isZero();
		assertThat(this.bot.push("{\"message_reaction_count\":{}}")).isZero();
		assertThat(this.bot.push("{\"my_chat_member\":{}}")).isPositive();
		assertThat(this.bot.push("{\"a_kind_of_tomorrow\":{}}")).isPositive();
	}

	@Test
	@DisplayName("add_update_impl: kinds are left out when an update is created, not when it is served")
	void filtersWhenAnUpdateIsCreated() {
		long queued = this.bot.write(7, "before");
		poll("[\"Callback_Query\",\"nonsense\"]");
		assertThat(this.bot.write(7, "after")).isZero();
		assertThat(this.bot.push("{\"callback_query\":{\"id\":\"1\"}}")).isEqualTo(queued + 1);
		assertThat(this.calls.result("getUpdates?offset=99").valueStream())
			.extracting((update) -> update.get("update_id").longValue())
			.containsExactly(queued, queued + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not-json", "{\"message\":1}", "[\"message\",5]", "5" })
	@DisplayName("get_allowed_update_types: what is no list of names changes nothing")
	void whatIsNoListChangesNothing(String value) {
		poll("[\"poll\"]");
		poll(value);
		assertThat(this.bot.write(7, "x")).isZero();
		assertThat(this.bot.push("{\"poll\":{}}")).isPositive();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "[\"nonsense\"]" })
	@DisplayName("get_allowed_update_types: a list without a known name brings the default back")
	void listWithoutAKnownNameIsTheDefault(String value) {
		poll("[\"poll\"]");
		poll(value);
		assertThat(this.bot.write(7, "x")).isPositive();
		assertThat(this.bot.push("{\"chat_member\":{}}")).isZero();
	}

	@Test
	@DisplayName("update_allowed_update_types: getUpdates and setWebhook share the kinds, which outlive both")
	void isSharedAndKept() {
		this.calls.call("setWebhook?url=https://bot.example/hook&allowed_updates="
				+ BotCalls.encode("[\"poll\",\"custom_event\",\"message\"]"));
		this.calls.call("deleteWebhook");
		this.simulator.stop();
		this.simulator.start();
		assertThat(this.bot.push("{\"callback_query\":{}}")).isZero();
		assertThat(this.bot.push("{\"message\":{}}")).isPositive();
	}

	@Test
	@DisplayName("JsonUpdateTypes: kinds are told in Telegram's order, unless they are the default")
	void infoTellsTheKindsInTelegramsOrder() {
		poll("[\"poll\",\"custom_event\",\"message\"]");
		assertThat(this.calls.result("getWebhookInfo").get("allowed_updates").toString())
			.isEqualTo("[\"message\",\"poll\"]");
		poll("[]");
		assertThat(this.calls.result("getWebhookInfo").has("allowed_updates")).isFalse();
	}

	private void poll(String allowed) {
		this.calls.call("getUpdates?offset=" + ++this.offset + "&allowed_updates=" + BotCalls.encode(allowed));
	}

}
