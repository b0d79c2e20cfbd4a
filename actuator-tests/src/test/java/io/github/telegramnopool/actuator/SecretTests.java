// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.micrometer.observation.Observation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.FaultProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Token and proxy passwords appear in nothing that the actuator, meters and traces show,
 * even if they are told to show values.
 */
class SecretTests {

	private static final String HOST = "api.telegram.test";

	private static final String PASSWORD = "h0rse/b4ttery st4ple";

	private static final String OTHER_PASSWORD = "f4llback-s3cret";

	private static final String OTHER_TOKEN = "77777:AAFD39kkdpWt3ywyRZergyOLMaJhac60oth";

	private static final Secrets SECRETS = new Secrets().token(OperatedBot.TOKEN)
		.token(OTHER_TOKEN)
		.password("bot", PASSWORD)
		.password("other", OTHER_PASSWORD)
		.password("second", OTHER_PASSWORD);

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	private final FaultProxy proxy = FaultProxy.builder().credentials("bot", PASSWORD).build().start();

	SecretTests() {
		this.proxy.route(HOST, new InetSocketAddress(this.telegram.host(), this.telegram.port()));
	}

	@AfterEach
	void stop() {
		this.proxy.close();
		this.telegram.close();
	}

	@Test
	void appearInNothingThatIsShown() {
		try (OperatedBot bot = settings().run(ObservationTests.Recorder.class, Ear.class)) {
			bot.awaitState(PollerState.RUNNING);
			goThroughTroubles(bot);
			Map<String, String> pages = pages(bot);
			assertThat(pages).containsKeys("/env", "/configprops", "/beans", "/health", "/telegram", "/prometheus",
					"/conditions", "/info", "/env/telegram.token");
			pages.put("traces", traces(bot));
			assertThat(pages.get("traces")).contains("RequestNotSentException", "sendMessage");
			pages.forEach((path, page) -> assertThat(leaks(page)).as(path).isEmpty());
			assertThat(pages.get("/env/telegram.proxy.url")).contains("socks5://******@127.0.0.1");
			assertThat(pages.get("/env")).as("what is no secret is shown").contains("http://" + HOST);
		}
	}

	@Test
	void appearNeitherWhileBotsAreSwitchedOff() {
		try (OperatedBot bot = settings().with("telegram.enabled", "false").run()) {
			pages(bot).forEach((path, page) -> assertThat(leaks(page)).as(path).isEmpty());
		}
	}

	@Test
	void wouldBeFound() {
		try (OperatedBot bot = settings().with("management.info.env.enabled", "true")
			.with("info.leak", Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8)))
			.run()) {
			assertThat(leaks(pages(bot).get("/info"))).isNotEmpty();
		}
	}

	private OperatedBot.Settings settings() {
		return OperatedBot.reaching(this.telegram)
			.with("telegram.base-url", "http://" + HOST)
			.with("telegram.token", "${my.vault.telegram}")
			.with("my.vault.telegram", OperatedBot.TOKEN)
			.with("my.vault.half", OperatedBot.TOKEN.substring(OperatedBot.TOKEN.indexOf(':') + 1))
			.with("my.vault.proxy", PASSWORD)
			.with("my.command.line", "--telegram.proxy.url=" + url())
			.with("telegram.proxy.url", url())
			.with("telegram.proxy.fallbacks", "http://other:" + OTHER_PASSWORD + "@127.0.0.1:1")
			.with("telegram.bots.second.token", OTHER_TOKEN)
			.with("telegram.bots.second.proxy.url", "http://second:" + OTHER_PASSWORD + "@127.0.0.1:1")
			.with("telegram.http.call-timeout", "1s")
			.with("telegram.http.proxy-timeout", "500ms");
	}

	private String url() {
		return "socks5://bot:" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8).replace("+", "%20") + "@127.0.0.1:"
				+ this.proxy.port();
	}

	private void goThroughTroubles(OperatedBot bot) {
		this.telegram.bot(OperatedBot.ID).write(42, "Hi");
		OperatedBot.await().until(() -> this.telegram.bot(OperatedBot.ID).pending() == 0);
		BlockingTelegramBotApi api = bot.bean(BlockingTelegramBotApi.class);
		this.telegram.script(ScriptedFault.on("sendMessage").status(401).build());
		fails(api);
		this.telegram.script(ScriptedFault.on("sendMessage").status(502).body("<html>").build());
		fails(api);
		this.proxy.faults().all(Fault.failTunnel());
		this.proxy.resetLive();
		fails(api);
		bot.awaitState(PollerState.FAILING);
		bot.post("/telegram/default", "{\"operation\":\"probe\"}");
	}

	private static void fails(BlockingTelegramBotApi api) {
		assertThatExceptionOfType(TelegramException.class)
			.isThrownBy(() -> api.sendMessage(SendMessage.of(42, "Hello")));
	}

	private static Map<String, String> pages(OperatedBot bot) {
		Map<String, String> pages = bot.pages();
		for (String name : List.of("telegram.token", "telegram.proxy.url", "telegram.proxy.fallbacks",
				"my.vault.proxy")) {
			pages.put("/env/" + name, bot.get("/env/" + name).body());
		}
		pages.put("/telegram/default", bot.get("/telegram/default").body());
		return pages;
	}

	private static String traces(OperatedBot bot) {
		StringWriter text = new StringWriter();
		for (Observation.Context context : bot.bean(ObservationTests.Recorder.class).contexts()) {
			text.append(context.toString()).append(String.valueOf(context.getAllKeyValues()));
			Throwable error = context.getError();
			if (error != null) {
				error.printStackTrace(new PrintWriter(text, true));
			}
		}
		return text.toString();
	}

	private static List<String> leaks(String page) {
		return SECRETS.in(page);
	}

	static class Ear {

		@EventListener
		SendMessage hear(MessageEvent event) {
			return SendMessage.of(event.message().chat().id(), "Hello");
		}

	}

}
