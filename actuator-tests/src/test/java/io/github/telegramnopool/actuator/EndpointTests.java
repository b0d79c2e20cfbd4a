// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.TelegramSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint {@code /actuator/telegram} and what {@code /actuator/info} tells.
 */
@Tag("long")
class EndpointTests {

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void showsWhatIsKnownOfABot() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram).with("telegram.polling.limit", 7).run(Ear.class)) {
			bot.awaitState(PollerState.RUNNING);
			this.telegram.bot(OperatedBot.ID).write(42, "Hi");
			OperatedBot.await().until(() -> this.telegram.bot(OperatedBot.ID).pending() == 0);
			this.telegram.script(ScriptedFault.on("getUpdates").status(502).body("<html>").build());
			// The poll that is under way meets no new fault
			bot.poller().pause();
			bot.poller().resume();
			OperatedBot.await().until(() -> !bot.poller().status().failures().isEmpty());
			bot.awaitState(PollerState.RUNNING);
			JsonNode shown = bot.json("/telegram").at("/bots/default");
			assertThat(shown.at("/id").asLong()).isEqualTo(OperatedBot.ID);
			assertThat(shown.at("/state").asString()).isEqualTo("RUNNING");
			assertThat(shown.at("/route").asString()).isEqualTo("directly");
			assertThat(shown.at("/lag").asString()).startsWith("PT");
			assertThat(shown.at("/connections/opened").asInt()).isGreaterThan(2);
			assertThat(shown.at("/settings/polling.limit").asInt()).isEqualTo(7);
			assertThat(shown.at("/settings/polling.timeout").asString()).isEqualTo("PT30S");
			assertThat(shown.at("/failures/0/kind").asString()).as("remembered").isEqualTo("BAD_ANSWER");
			assertThat(shown.at("/failures/0/type").asString()).isEqualTo("OutcomeUnknownException");
			assertThat(shown.at("/failures/0/count").asInt()).isEqualTo(1);
			assertThat(bot.json("/telegram/default").at("/state").asString()).isEqualTo("RUNNING");
		}
	}

	@Test
	void pausesAndResumes() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram).run(Ear.class)) {
			bot.awaitState(PollerState.RUNNING);
			assertThat(bot.post("/telegram/default", "{\"operation\":\"pause\"}").statusCode()).isEqualTo(200);
			bot.awaitState(PollerState.PAUSED);
			assertThat(bot.json("/telegram/default").at("/state").asString()).isEqualTo("PAUSED");
			assertThat(bot.post("/telegram/default", "{\"operation\":\"resume\"}").statusCode()).isEqualTo(200);
			bot.awaitState(PollerState.RUNNING);
		}
	}

	@Test
	void examinesTheWayToTelegram() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram).run(Ear.class)) {
			bot.awaitState(PollerState.RUNNING);
			JsonNode well = probe(bot);
			assertThat(well.at("/healthy").asBoolean()).isTrue();
			assertThat(well.at("/username").asString()).isNotBlank();
			assertThat(well.at("/phaseMillis").has("tcp")).isTrue();
			this.telegram.script(ScriptedFault.on("getMe").status(401).build());
			JsonNode refused = probe(bot);
			assertThat(refused.at("/healthy").asBoolean()).isFalse();
			assertThat(refused.at("/failedIn").asString()).isEqualTo("response");
			assertThat(refused.at("/finding").asString()).contains("telegram.token");
		}
	}

	private static JsonNode probe(OperatedBot bot) {
		return JsonMapper.shared()
			.readTree(bot.post("/telegram/default", "{\"operation\":\"probe\"}").body())
			.at("/probe");
	}

	@Test
	void knowsNoOtherBot() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram).run()) {
			assertThat(bot.get("/telegram/other").statusCode()).isEqualTo(404);
			assertThat(bot.post("/telegram/other", "{\"operation\":\"pause\"}").statusCode()).isEqualTo(400);
			assertThat(bot.post("/telegram/default", "{\"operation\":\"explode\"}").statusCode()).isEqualTo(400);
		}
	}

	@Test
	void onlyReadsWhereWritingIsNotAllowed() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram)
			.with("management.endpoint.telegram.access", "read-only")
			.run()) {
			assertThat(bot.get("/telegram").statusCode()).isEqualTo(200);
			assertThat(bot.post("/telegram/default", "{\"operation\":\"pause\"}").statusCode()).isEqualTo(405);
		}
	}

	@Test
	void infoTellsWhoTheBotIs() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram).run(Ear.class)) {
			bot.awaitState(PollerState.RUNNING);
			JsonNode info = bot.json("/info").at("/telegram");
			assertThat(info.at("/botApiVersion").asString()).matches("\\d+\\.\\d+");
			assertThat(info.at("/bots/default/id").asLong()).isEqualTo(OperatedBot.ID);
			assertThat(info.at("/bots/default/username").asString()).isNotBlank();
		}
	}

	static class Ear {

		@EventListener
		void hear(MessageEvent event) {
		}

	}

}
