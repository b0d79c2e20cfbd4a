// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.telegramnopool.integration.ChildBot;
import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F54: nothing is reachable when the application starts.
 */
class F54DeadAtBootTests {

	private static final Duration BACK_WITHIN = Duration.ofSeconds(12);

	@Test
	void startsWhileTheProxySwallowsEverything() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy()) {
			telegram.proxy().faults().all(Fault.ignore());
			try (RunningBot bot = telegram.settings("http")
				.with("telegram.http.proxy-timeout", "1s")
				.run(EchoBot.class)) {
				await().until(() -> bot.status().state() == PollerState.FAILING);
				bot.poller().stop();
				long began = System.nanoTime();
				bot.poller().start();
				assertThat(Duration.ofNanos(System.nanoTime() - began)).as("waits for nobody")
					.isLessThan(Duration.ofMillis(500));
				telegram.proxy().faults().none();
				telegram.peer().write(42, "Anybody there?");
				await().atMost(BACK_WITHIN).untilAsserted(() -> assertThat(telegram.peer().transcript(42)).hasSize(2));
			}
		}
	}

	@Test
	void startsWhileTheServerIsDown() {
		try (TelegramSimulator simulator = TelegramSimulator.builder().build().start()) {
			simulator.stop();
			try (RunningBot bot = RunningBot.settings().with("telegram.base-url", simulator.url()).run(EchoBot.class)) {
				await().until(() -> bot.status().consecutiveFailures() >= 2);
				simulator.start();
				simulator.bot(RunningBot.ID).write(42, "Anybody there?");
				await().atMost(BACK_WITHIN)
					.untilAsserted(() -> assertThat(simulator.bot(RunningBot.ID).transcript(42)).hasSize(2));
			}
		}
	}

	@Test
	void startsWhileTheNameOfTheProxyIsNotResolved(@TempDir Path directory) throws IOException {
		Path names = Files.createFile(directory.resolve("hosts"));
		// The JVM remembers for 10 s what it has not found
		Path security = Files.writeString(directory.resolve("security"), "networkaddress.cache.negative.ttl=0");
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				ChildBot bot = ChildBot.run(directory, Application.class,
						telegram.settings("socks5")
							.with("telegram.proxy.url", "socks5://proxy.example:" + telegram.proxy().port())
							.properties(),
						"-Djdk.net.hosts.file=" + names, "-Djava.security.properties=" + security)) {
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(bot.output()).contains("the name of socks5 proxy proxy.example")
					.contains("cannot be resolved"));
			assertThat(bot.isAlive()).isTrue();
			Files.writeString(names, "127.0.0.1 proxy.example\n");
			telegram.peer().write(42, "Anybody there?");
			await().atMost(BACK_WITHIN)
				.untilAsserted(() -> assertThat(telegram.peer().transcript(42)).as(bot::output).hasSize(2));
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(EchoBot.class)
	static class Application {

		public static void main(String[] args) {
			new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE).run(args);
		}

	}

}
