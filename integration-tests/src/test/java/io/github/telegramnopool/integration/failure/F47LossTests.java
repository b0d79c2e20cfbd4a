// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import io.github.telegramnopool.integration.ChildBot;
import io.github.telegramnopool.integration.Journal;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.ScriptedFault;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An update is confirmed and its listener has not finished.
 */
@Tag("long")
class F47LossTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@TempDir
	private Path directory;

	private Journal journal;

	@BeforeEach
	void open() {
		this.journal = new Journal(this.directory.resolve("journal"));
	}

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void whereverItIsKilledNothingIsLost() throws Exception {
		killed("wait in the listener", () -> this.journal.entries("begun").contains("wait in the listener"));
		killed("between listeners", () -> this.journal.entries("second").contains("between listeners"));
		this.telegram.simulator().script(ScriptedFault.on("sendMessage").execute().never().build());
		killed("reply without answer", () -> this.telegram.peer().transcript(42).size() == 4);
		try (ChildBot bot = start()) {
			this.telegram.peer().write(42, "fail");
			this.telegram.peer().write(42, "last");
			await(() -> this.telegram.peer().pending() == 0);
			assertThat(this.journal.entries("handled")).as(bot::output)
				.contains("wait in the listener", "between listeners", "reply without answer", "last");
			assertThat(this.journal.entries("second")).contains("fail");
		}
	}

	private void killed(String text, Callable<Boolean> point) throws Exception {
		try (ChildBot bot = start()) {
			long id = this.telegram.peer().write(42, text);
			await(point);
			bot.kill();
			assertThat(this.telegram.peer().confirmed()).as(bot::output).isLessThan(id);
		}
	}

	@Test
	void aListenerThatEndsTheProcessIsCalledAgain() throws Exception {
		this.telegram.peer().write(42, "exit");
		this.telegram.peer().write(43, "other");
		try (ChildBot bot = start()) {
			await(() -> !bot.isAlive());
			assertThat(this.journal.entries("handled")).doesNotContain("exit");
			assertThat(this.telegram.peer().pending()).isBetween(1, 2);
		}
		try (ChildBot bot = start()) {
			await(() -> this.telegram.peer().pending() == 0);
			assertThat(this.journal.entries("handled")).as(bot::output).contains("exit", "other");
		}
	}

	private ChildBot start() throws IOException {
		Map<String, Object> properties = new LinkedHashMap<>(this.telegram.settings("http").properties());
		properties.remove("spring.main.register-shutdown-hook");
		properties.put("telegram.dispatch.shutdown-timeout", "2s");
		properties.put("journal", this.journal.file());
		return ChildBot.run(this.directory, DeliveryApplication.class, properties);
	}

	private static void await(Callable<Boolean> fact) {
		Awaitility.await().atMost(Duration.ofSeconds(40)).until(fact);
	}

}
