// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.integration.ChildBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F07: a process that was suspended trusts no connection that was open before. That a
 * suspended machine is recognised as well is tested in virtual time.
 */
@Tag("long")
@EnabledOnOs(OS.LINUX)
class F07SuspendedProcessTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@TempDir
	private Path directory;

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void hearsAgainAtOnceAfterItWasSuspended() throws Exception {
		try (ChildBot bot = ChildBot.run(this.directory, EchoApplication.class,
				this.telegram.settings("socks5").with("telegram.polling.timeout", "50s").properties())) {
			ListeningBot.await().atMost(Duration.ofSeconds(60)).until(() -> this.telegram.simulator().polls() == 1);
			signal("STOP", bot);
			// Its connections lead nowhere any more, and nobody says so
			this.telegram.proxy().freezeLive();
			int polls = this.telegram.simulator().received("getUpdates");
			this.telegram.peer().write(42, "good morning");
			ListeningBot.await()
				.during(Duration.ofSeconds(34))
				.atMost(Duration.ofSeconds(60))
				.until(() -> this.telegram.simulator().received("getUpdates") == polls);
			signal("CONT", bot);
			ListeningBot.await()
				.atMost(Duration.ofSeconds(5))
				.until(() -> this.telegram.simulator().received("getUpdates") > polls);
			ListeningBot.await().until(() -> this.telegram.peer().transcript(42).size() == 2);
			assertThat(bot.output()).contains("has been suspended for 3");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class EchoApplication {

		@EventListener
		SendMessage echo(MessageEvent event) {
			return SendMessage.of(event.message().chat().id(), "You said: " + event.message().text());
		}

		public static void main(String[] args) {
			new SpringApplicationBuilder(EchoApplication.class).web(WebApplicationType.NONE).run(args);
		}

	}

	private static void signal(String signal, ChildBot bot) throws IOException, InterruptedException {
		new ProcessBuilder("kill", "-" + signal, String.valueOf(bot.pid())).inheritIO().start().waitFor();
	}

}
