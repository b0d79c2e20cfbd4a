// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A listener that is at work when the application is closed still finds its web server,
 * and its reply still leaves.
 */
@Timeout(60)
class StopOrderTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void webServerStopsAfterTheBot(WebApplicationType web) throws InterruptedException {
		SimulatedBot peer = this.simulator.bot(RunningBot.ID);
		try (RunningBot bot = RunningBot.settings()
			.reaching(this.simulator, "localhost")
			.web(web)
			.run(CallingEar.class)) {
			CallingEar ear = bot.bean(CallingEar.class);
			peer.write(42, "Hi");
			ear.heard.await();
		}
		assertThat(peer.transcript(42)).hasSize(2);
		assertThat(peer.transcript(42).get(1).path("text").asString()).isEqualTo("It answers 404");
	}

	/**
	 * Calls its own application, once that has begun to stop.
	 */
	static class CallingEar implements SmartLifecycle {

		private final CountDownLatch heard = new CountDownLatch(1);

		private final CountDownLatch stopping = new CountDownLatch(1);

		private final Environment environment;

		CallingEar(Environment environment) {
			this.environment = environment;
		}

		@EventListener
		SendMessage hear(MessageEvent event) throws IOException, InterruptedException {
			this.heard.countDown();
			this.stopping.await();
			String port = this.environment.getRequiredProperty("local.server.port");
			URI page = URI.create("http://127.0.0.1:" + port + "/no-such-page");
			HttpResponse<Void> answer = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
			return SendMessage.of(event.message().chat().id(), "It answers " + answer.statusCode());
		}

		@Override
		public void start() {
		}

		@Override
		public void stop() {
			this.stopping.countDown();
		}

		@Override
		public boolean isRunning() {
			return this.stopping.getCount() > 0;
		}

	}

}
