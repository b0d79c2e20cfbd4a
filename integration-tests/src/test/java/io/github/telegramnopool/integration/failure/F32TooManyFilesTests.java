// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.integration.ChildBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F32: without a file descriptor left the poller goes on trying, and hears again when
 * there are some.
 */
class F32TooManyFilesTests {

	private static final int LIMIT = 256;

	@Test
	void survivesUntilDescriptorsReturn(@TempDir Path directory) throws Exception {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				ChildBot bot = ChildBot.runLimited(LIMIT, directory, Application.class,
						telegram.settings("http").with("telegram.polling.timeout", "1s").properties())) {
			telegram.peer().write(7, "first");
			await().atMost(Duration.ofSeconds(60)).until(() -> telegram.peer().transcript(7).size() == 2);
			// A class that is needed for the first time can be read from an open jar, but
			// not from the directory of a build: so let there have been an outage before
			telegram.proxy().refuseConnections();
			telegram.proxy().resetLive();
			await().atMost(Duration.ofSeconds(30)).until(() -> bot.output().contains("hears nothing, trying on"));
			telegram.proxy().acceptConnections();
			await().atMost(Duration.ofSeconds(30)).until(() -> bot.output().contains("hears again after"));
			telegram.peer().write(7, "exhaust");
			await().atMost(Duration.ofSeconds(30)).until(() -> bot.output().contains("exhausted"));
			int before = telegram.simulator().received("getUpdates");
			telegram.peer().write(8, "second");
			await().atMost(Duration.ofSeconds(40)).until(() -> telegram.peer().transcript(8).size() == 2);
			assertThat(telegram.simulator().received("getUpdates")).isGreaterThan(before);
			assertThat(bot.isAlive()).isTrue();
		}
	}

	/**
	 * A bot that takes every descriptor when it is told to, and gives them back.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		private final List<InputStream> files = new ArrayList<>();

		@EventListener
		SendMessage answer(MessageEvent event) {
			if ("exhaust".equals(event.message().text())) {
				new Thread(this::exhaust).start();
			}
			return SendMessage.of(event.message().chat().id(), "Heard");
		}

		private void exhaust() {
			long until = System.nanoTime() + Duration.ofSeconds(6).toNanos();
			boolean told = false;
			while (System.nanoTime() < until) {
				try {
					this.files.add(new FileInputStream("/dev/null"));
				}
				catch (IOException ex) {
					if (!told) {
						System.out.println("exhausted");
						told = true;
					}
					// Take what the last poll gives back
					LockSupport.parkNanos(100_000);
				}
			}
			for (InputStream file : this.files) {
				try {
					file.close();
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			}
		}

		public static void main(String[] args) {
			new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE).run(args);
		}

	}

}
