// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.context.event.EventListener;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.simulator.TelegramSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What operators see of two bots, one of which has a proxy that nobody runs.
 */
class SeveralBotsTests {

	private static final String SALES = "77777:AAFD39kkdpWt3ywyRZergyOLMaJhac60sls";

	private static final String SUPPORT = "88888:AAFD39kkdpWt3ywyRZergyOLMaJhac60spt";

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void eachIsShownByItsName() {
		try (OperatedBot bots = OperatedBot.reaching(this.telegram)
			.with("telegram.token", "")
			.with("telegram.bots.sales.token", SALES)
			.with("telegram.bots.support.token", SUPPORT)
			.with("telegram.bots.support.proxy.url", "http://127.0.0.1:1")
			.with("management.health.telegram.tolerance", "0s")
			.run(Echo.class)) {
			this.telegram.bot(77777).write(42, "Hi");
			OperatedBot.await().until(() -> state(bots, "sales").equals("RUNNING") && isHandled(bots));
			OperatedBot.await().until(() -> state(bots, "support").equals("FAILING"));
			JsonNode health = bots.json("/health/telegram");
			assertThat(health.at("/status").asString()).isEqualTo("DOWN");
			assertThat(health.at("/components/sales/status").asString()).isEqualTo("UP");
			assertThat(health.at("/components/support/status").asString()).isEqualTo("DOWN");
			assertThat(bots.json("/info").toString()).contains("\"id\":77777");
			assertThat(bots.json("/metrics/telegram.updates").toString()).contains("sales").doesNotContain("support");
			for (String page : List.of("/telegram", "/env", "/configprops", "/prometheus", "/health", "/info")) {
				assertThat(bots.get(page).body()).as(page)
					.doesNotContain(SALES.substring(6))
					.doesNotContain(SUPPORT.substring(6));
			}
		}
	}

	private static String state(OperatedBot bots, String name) {
		return bots.json("/telegram/" + name).at("/state").asString();
	}

	private boolean isHandled(OperatedBot bots) {
		return this.telegram.bot(77777).pending() == 0 && bots.get("/prometheus").body().contains("telegram_updates");
	}

	static class Echo {

		@EventListener
		SendMessage hear(MessageEvent event) {
			return SendMessage.of(event.message().chat().id(), "Hello");
		}

	}

}
