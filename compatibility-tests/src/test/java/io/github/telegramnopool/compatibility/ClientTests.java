// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.telegramnopool.simulator.ButtonPress;
import io.github.telegramnopool.simulator.RecordedRequest;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.SimulatedUser;
import io.github.telegramnopool.simulator.StoredFile;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What every client goes through: one bot, started once, and a user of its own for each
 * part of the conversation. What the client received counts as much as what the simulator
 * did, and no call may have anything that the Bot API does not know.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ClientTests {

	private static final int ID = 42;

	private static final String TOKEN = ID + ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

	private final TelegramSimulator simulator = TelegramSimulator.builder().build();

	private final SimulatedBot telegram = this.simulator.bot(ID);

	private @Nullable PeerBot bot;

	private int users;

	/**
	 * Start the bot that is written with the client.
	 * @param url where it finds Telegram
	 */
	abstract PeerBot run(String url, String token) throws IOException;

	/**
	 * Whether the bot hears of a 429, or the client waits and tries again by itself.
	 */
	boolean tellsOfFloods() {
		return true;
	}

	/**
	 * The end of a parameter's path that Telegram does not know, and passes over.
	 */
	String ownField() {
		return " ";
	}

	/**
	 * Whether the client goes on polling after a conflict.
	 */
	boolean survivesConflicts() {
		return true;
	}

	/**
	 * What the client tells of a conflict.
	 */
	String conflict() {
		return "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
	}

	@BeforeAll
	void start() throws IOException {
		this.simulator.start();
		this.bot = run(this.simulator.url().toString(), TOKEN);
	}

	@AfterAll
	void stop() {
		if (this.bot != null) {
			this.bot.close();
		}
		this.simulator.close();
	}

	@AfterEach
	void madeNoWrongCall() {
		assertThat(this.simulator.findings()).filteredOn((finding) -> !finding.parameter().endsWith(ownField()))
			.isEmpty();
	}

	@Test
	void knowsItselfAndTellsItsCommands() {
		assertThat(heard("ready", 0)).containsEntry("username", this.telegram.username());
		assertThat(this.simulator.executed("setMyCommands")).isEqualTo(1);
	}

	@Test
	void answersACommandWithButtons() {
		SimulatedUser ada = newUser();
		ada.write("/start now");
		assertThat(heard("command", ada.id())).contains(entry("command", "start"), entry("argument", "now"),
				entry("from", "Ada"));
		assertThat(heard("sent", ada.id())).contains(entry("message", 2), entry("text", "Hello, Ada!"),
				entry("buttons", List.of("Yes", "No")));
		assertThat(said(ada)).containsExactly("/start now", "Hello, Ada!");
	}

	@Test
	void answersAPressAndEditsTheMessage() {
		SimulatedUser ada = newUser();
		ada.write("/start");
		Object message = heard("sent", ada.id()).get("message");
		ButtonPress press = ada.chat().press(ada, ((Number) message).longValue(), "Yes");
		assertThat(heard("pressed", ada.id())).contains(entry("data", "yes"), entry("message", message),
				entry("from", "Ada"));
		assertThat(heard("changed", ada.id())).contains(entry("message", message), entry("text", "You chose yes"),
				entry("edited", true));
		assertThat(press.answer().get("text").stringValue()).isEqualTo("Noted");
		assertThat(said(ada)).containsExactly("/start", "You chose yes");
		assertThat(last(ada).has("reply_markup")).isFalse();
	}

	@Test
	void hearsATextAndItsEdit() {
		SimulatedUser ada = newUser();
		int message = (int) ada.write("Look \uD83D\uDE00 https://example.org/ now");
		assertThat(heard("text", ada.id())).contains(entry("text", "Look \uD83D\uDE00 https://example.org/ now"),
				entry("link", "https://example.org/"));
		ada.chat().edit(message, "Never mind");
		assertThat(heard("edited", ada.id())).contains(entry("message", message), entry("text", "Never mind"));
	}

	@Test
	void downloadsAndUploadsAFile() {
		byte[] content = new byte[300_000];
		new Random(1).nextBytes(content);
		SimulatedUser ada = newUser();
		ada.chat().sendDocument(ada, "f\u00fcr den Bot.bin", content, "");
		assertThat(heard("document", ada.id())).contains(entry("name", "f\u00fcr den Bot.bin"),
				entry("size", content.length), entry("sha256", document(ada).sha256()));
		assertThat(heard("uploaded", ada.id())).contains(entry("name", "Kopie f\u00fcr Ada.bin"),
				entry("size", content.length), entry("caption", "Your file"));
		assertThat(document(ada).name()).isEqualTo("Kopie f\u00fcr Ada.bin");
		assertThat(document(ada).bytes()).isEqualTo(content);
	}

	@Test
	void waitsAsLongAsItIsTold() {
		SimulatedUser ada = newUser();
		this.simulator.script(ScriptedFault.on("sendMessage").retryAfter(1).build());
		ada.write("/wait");
		if (tellsOfFloods()) {
			assertThat(heard("flood", ada.id())).contains(entry("code", 429), entry("retry_after", 1),
					entry("description", "Too Many Requests: retry after 1"));
		}
		assertThat(heard("waited", ada.id())).containsEntry("message", 2);
		assertThat(said(ada)).containsExactly("/wait", "Thank you for waiting");
		List<RecordedRequest> calls = this.simulator.requests()
			.stream()
			.filter((call) -> call.method().equals("sendMessage"))
			.filter((call) -> String.valueOf(ada.id()).equals(call.parameters().get("chat_id")))
			.toList();
		assertThat(calls).hasSize(2);
		assertThat(Duration.between(calls.get(0).time(), calls.get(1).time()))
			.isGreaterThanOrEqualTo(Duration.ofMillis(950));
	}

	@Test
	@Order(Integer.MAX_VALUE)
	void hearsThatAnotherOnePolls() {
		heard("ready", 0);
		await().until(() -> this.simulator.polls() == 1 && this.telegram.pending() == 0);
		try (Rival rival = Rival.poll(this.simulator.url(), TOKEN)) {
			assertThat(heard("conflict", 0)).contains(entry("code", 409), entry("description", conflict()));
		}
		if (survivesConflicts()) {
			SimulatedUser ada = newUser();
			ada.write("/start again");
			assertThat(heard("command", ada.id())).containsEntry("argument", "again");
		}
	}

	private SimulatedUser newUser() {
		return this.telegram.user(100 + ++this.users).name("Ada", null);
	}

	private Map<String, Object> heard(String event, long chat) {
		assertThat(this.bot).isNotNull();
		return this.bot.heard(event, chat);
	}

	private static List<String> said(SimulatedUser user) {
		return user.chat().transcript().stream().map((message) -> message.path("text").asString()).toList();
	}

	private static JsonNode last(SimulatedUser user) {
		List<JsonNode> transcript = user.chat().transcript();
		return transcript.get(transcript.size() - 1);
	}

	/**
	 * The document of the last message.
	 */
	private StoredFile document(SimulatedUser user) {
		StoredFile file = this.telegram.storedFile(last(user).path("document").path("file_id").asString());
		assertThat(file).isNotNull();
		return file;
	}

}
