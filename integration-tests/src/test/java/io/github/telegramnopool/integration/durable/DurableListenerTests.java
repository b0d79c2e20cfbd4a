// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.durable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.telegramnopool.integration.ChildBot;
import io.github.telegramnopool.integration.Journal;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listeners that Spring Modulith's event publication registry keeps in a PostgreSQL, in a
 * bot that is killed with {@code SIGKILL}.
 */
@Tag("long")
@Testcontainers(disabledWithoutDocker = true)
class DurableListenerTests {

	@Container
	private static final Postgres postgres = new Postgres();

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
	void whatIsCommittedOutlivesTheProcessAndIsNotAskedForAgain() throws Exception {
		long last;
		try (ChildBot bot = start("spring.task.execution.pool.core-size", 1)) {
			this.telegram.peer().write(42, "long");
			eventually().until(() -> this.journal.entries("begun").contains("long"));
			// Waits for the only thread, so its listener has not even begun
			last = this.telegram.peer().write(43, "waiting");
			eventually().until(() -> this.telegram.peer().pending() == 0);
			bot.kill();
		}
		assertThat(this.journal.entries("handled")).isEmpty();
		this.journal.open("listener");
		try (ChildBot bot = start()) {
			eventually().untilAsserted(() -> assertThat(this.journal.entries("handled")).as(bot::output)
				.containsExactlyInAnyOrder("long", "waiting"));
			eventually().until(() -> this.telegram.simulator().polls() == 1);
			assertThat(this.telegram.peer().served()).isEqualTo(last);
			assertThat(this.journal.entries("registered")).containsExactly("long", "waiting");
		}
	}

	@Test
	void whatIsNotCommittedComesAgain() throws Exception {
		try (ChildBot bot = start()) {
			this.telegram.peer().write(42, "uncommitted");
			eventually().until(() -> this.journal.entries("registered").contains("uncommitted"));
			assertThat(this.telegram.peer().pending()).isEqualTo(1);
			bot.kill();
		}
		this.journal.open("commit");
		try (ChildBot bot = start()) {
			eventually().untilAsserted(
					() -> assertThat(this.journal.entries("handled")).as(bot::output).containsExactly("uncommitted"));
			eventually().until(() -> this.telegram.peer().pending() == 0);
			assertThat(this.journal.entries("registered")).hasSize(2);
		}
	}

	@Test
	void aDatabaseThatIsAwayCostsNoUpdate() throws Exception {
		try (ChildBot bot = start()) {
			eventually().until(() -> this.telegram.simulator().polls() == 1);
			postgres.kill();
			try {
				for (int chat = 1; chat <= 5; chat++) {
					this.telegram.peer().write(chat, "message " + chat);
				}
				eventually().until(() -> bot.output().contains("No transaction can be begun for an update"));
				assertThat(this.telegram.peer().pending()).isEqualTo(5);
			}
			finally {
				postgres.revive();
			}
			eventually().untilAsserted(() -> assertThat(this.journal.entries("handled"))
				.containsExactlyInAnyOrder("message 1", "message 2", "message 3", "message 4", "message 5"));
			eventually().until(() -> this.telegram.peer().pending() == 0);
			assertThat(this.journal.entries("failed")).isEmpty();
		}
	}

	private ChildBot start(Object... more) throws IOException {
		Map<String, Object> properties = new LinkedHashMap<>(this.telegram.settings("http").properties());
		properties.putAll(postgres.properties());
		properties.put("telegram.dispatch.transactional", true);
		properties.put("journal", this.journal.file());
		for (int i = 0; i < more.length; i += 2) {
			properties.put(more[i].toString(), more[i + 1]);
		}
		return ChildBot.run(this.directory, DurableApplication.class, properties);
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(60));
	}

}
