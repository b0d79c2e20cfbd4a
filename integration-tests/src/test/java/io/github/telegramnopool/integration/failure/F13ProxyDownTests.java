// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.telegramnopool.integration.ChildBot;
import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
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
 * F13: a proxy that is not running is tried until it is, under whatever address its name
 * has by then.
 */
@Tag("long")
class F13ProxyDownTests {

	/**
	 * Design 3.4 says within seconds; the rest is for a busy machine.
	 */
	private static final Duration RECOVERY = Duration.ofSeconds(6).plusSeconds(4);

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void hearsSoonAfterTheProxyComesUpAndComesBack() {
		this.telegram.proxy().stop();
		try (RunningBot bot = this.telegram.settings("socks5").run(HeardTexts.class);
				OperatorLog log = OperatorLog.open()) {
			this.telegram.peer().write(7, "before the proxy");
			// A pause that went on doubling would be 16 s by now
			await().atMost(Duration.ofSeconds(30)).until(() -> bot.status().consecutiveFailures() >= 5);
			assertThat(bot.status().state()).isEqualTo(PollerState.FAILING);
			assertThat(bot.status().lastFailure()).contains("refused the connection, is it running?");
			this.telegram.proxy().start();
			await().atMost(RECOVERY).until(() -> HeardTexts.of(bot).contains("before the proxy"));

			await().until(() -> this.telegram.simulator().polls() == 1);
			this.telegram.proxy().stop();
			await().atMost(Duration.ofSeconds(20)).until(() -> bot.status().consecutiveFailures() >= 2);
			this.telegram.peer().write(7, "while it was away");
			this.telegram.proxy().start();
			await().atMost(RECOVERY).until(() -> HeardTexts.of(bot).contains("while it was away"));
			assertThat(HeardTexts.of(bot)).containsExactly("before the proxy", "while it was away");
			assertThat(log.traces()).isEmpty();
		}
	}

	@Test
	void looksTheNameOfTheProxyUpForEachConnection(@TempDir Path directory) throws Exception {
		// Nothing listens on the first address
		Path hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.2 moving.proxy.test\n");
		RunningBot.Settings settings = this.telegram.settings("http")
			.with("telegram.proxy.url", "http://moving.proxy.test:" + this.telegram.proxy().port());
		try (ChildBot bot = ChildBot.run(directory, Application.class, settings.properties(),
				"-Djdk.net.hosts.file=" + hosts, "-Dsun.net.inetaddr.ttl=1")) {
			await().atMost(Duration.ofSeconds(60)).until(() -> bot.output().contains("hears nothing, trying on"));
			assertThat(this.telegram.proxy().opened()).isZero();
			Files.writeString(hosts, "127.0.0.1 moving.proxy.test\n");
			await().atMost(RECOVERY.plusSeconds(5)).until(() -> this.telegram.simulator().polls() == 1);
			assertThat(bot.isAlive()).isTrue();
		}
	}

	/**
	 * A bot in a JVM of its own, which can be given other names.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(HeardTexts.class)
	static class Application {

		public static void main(String[] args) {
			new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE).run(args);
		}

	}

}
