// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.telegramnopool.simulator.RecordedRequest;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.StoredFile;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The ten common things, as a user meets them. Each test has a chat of its own, and the
 * simulator refuses what Telegram's documentation doesn't allow.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "telegram.token=", "telegram.commands.publish=true" })
@ContextConfiguration(initializers = SimulatorWithoutToken.class)
class CommonThingsTests {

	private static final Path PICTURES = Path.of("src", "main", "resources", "pictures");

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private final SimulatedBot bot;

	private final TelegramSimulator simulator;

	@Autowired
	CommonThingsTests(TelegramSimulator simulator) {
		this.simulator = simulator;
		this.bot = simulator.bot(1_000_001);
	}

	@AfterEach
	void nothingWasRefused() {
		assertThat(this.simulator.findings()).isEmpty();
	}

	@Test
	void sendsAPhotoFromAPath() throws IOException {
		this.bot.write(1, "/photo");
		JsonNode photo = answers(1, 1).get(0);
		assertThat(photo.path("caption").asString()).isEqualTo("Good morning");
		assertThat(stored(photo.path("photo").get(0)).bytes()).isEqualTo(picture("dawn.png"));
	}

	@Test
	void sendsAnAlbum() throws IOException {
		this.bot.write(2, "/album");
		List<JsonNode> photos = answers(2, 2);
		assertThat(photos).extracting((photo) -> photo.path("media_group_id").asString()).doesNotContain("");
		assertThat(photos.get(1).path("media_group_id")).isEqualTo(photos.get(0).path("media_group_id"));
		assertThat(stored(photos.get(0).path("photo").get(0)).bytes()).isEqualTo(picture("dawn.png"));
		assertThat(stored(photos.get(1).path("photo").get(0)).bytes()).isEqualTo(picture("dusk.png"));
	}

	@Test
	void showsButtonsInRows() {
		JsonNode rows = menu(3).path("reply_markup").path("inline_keyboard");
		assertThat(rows).hasSize(2);
		assertThat(rows.get(0).values()).extracting((button) -> button.path("text").asString())
			.containsExactly("Tea", "Coffee");
		assertThat(rows.get(1).get(0).path("callback_data").asString()).isEqualTo("eat");
	}

	@Test
	void answersAButtonWithAnAlert() {
		press(menu(4), "eat", "query-4");
		RecordedRequest answer = request("answerCallbackQuery", "callback_query_id", "query-4");
		assertThat(answer.parameters()).containsEntry("text", "Cake is sold out").containsEntry("show_alert", "true");
		assertThat(answers(4, 1).get(0).path("text").asString()).isEqualTo("What will you have?");
	}

	@Test
	void editsTheMessageOfAButton() {
		press(menu(5), "tea", "query-5");
		await().untilAsserted(
				() -> assertThat(answers(5, 1).get(0).path("text").asString()).isEqualTo("Here is your tea"));
		assertThat(answers(5, 1).get(0).has("reply_markup")).isFalse();
		assertThat(request("answerCallbackQuery", "callback_query_id", "query-5").parameters())
			.doesNotContainKey("text");
	}

	@Test
	void asksInAPoll() {
		this.bot.write(6, "/poll");
		JsonNode poll = answers(6, 1).get(0).path("poll");
		assertThat(poll.path("question").asString()).isEqualTo("Tabs or spaces?");
		assertThat(poll.path("options").values()).extracting((option) -> option.path("text").asString())
			.containsExactly("Tabs", "Spaces");
	}

	@Test
	void answersAnInlineQueryWithArticles() {
		push("inline_query", Map.of("id", "query-7", "from", user(7), "query", "Good News", "offset", ""));
		JsonNode results = MAPPER
			.readTree(request("answerInlineQuery", "inline_query_id", "query-7").parameters().get("results"));
		assertThat(results.values())
			.extracting((result) -> result.path("input_message_content").path("message_text").asString())
			.containsExactly("GOOD NEWS!", "good news...");
	}

	@Test
	void downloadsADocument() {
		byte[] content = new byte[100_000];
		String id = this.bot.addFile("report.pdf", content);
		pushMessage(8, Map.of("document",
				Map.of("file_id", id, "file_unique_id", "unique-8", "file_name", "../../report.pdf")));
		await().untilAsserted(() -> assertThat(texts(8)).contains("I have all of its 100000 bytes"));
		assertThat(request("getFile", "file_id", id)).isNotNull();
	}

	@Test
	void formatsText() {
		this.bot.write(9, "/format");
		JsonNode message = answers(9, 1).get(0);
		assertThat(message.path("text").asString()).isEqualTo("Bold, linked, if (a < b), and a minute from now: soon");
		assertThat(message.path("entities").values())
			.extracting((entity) -> entity.path("type").asString() + " " + entity.path("offset").asInt() + "+"
					+ entity.path("length").asInt())
			.containsExactly("bold 0+4", "text_link 6+6", "code 14+10", "date_time 49+4");
	}

	@Test
	void splitsATextThatIsTooLong() {
		this.bot.write(10, "/long");
		List<JsonNode> parts = answers(10, 3);
		assertThat(parts).allSatisfy((part) -> {
			JsonNode bold = part.path("entities").get(0);
			assertThat(bold.path("type").asString()).isEqualTo("bold");
			assertThat(bold.path("offset").asInt()).isZero();
			assertThat(bold.path("length").asInt()).isGreaterThanOrEqualTo(part.path("text").asString().length());
		});
		assertThat(String.join(" ", texts(10))).isEqualTo("All work and no play. ".repeat(400).strip());
	}

	@Test
	void takesPayment() {
		this.bot.write(11, "/pay");
		JsonNode invoice = answers(11, 1).get(0).path("invoice");
		assertThat(invoice.path("currency").asString()).isEqualTo("XTR");
		assertThat(invoice.path("total_amount").asInt()).isEqualTo(1);
		push("pre_checkout_query", Map.of("id", "query-11", "from", user(11), "currency", "XTR", "total_amount", 1,
				"invoice_payload", "tea"));
		assertThat(request("answerPreCheckoutQuery", "pre_checkout_query_id", "query-11").parameters())
			.containsEntry("ok", "true");
		pushMessage(11, Map.of("successful_payment", Map.of("currency", "XTR", "total_amount", 1, "invoice_payload",
				"tea", "telegram_payment_charge_id", "t", "provider_payment_charge_id", "p")));
		await().untilAsserted(() -> assertThat(texts(11)).contains("Thank you! Your tea is on its way."));
	}

	@Test
	void tellsTelegramItsCommands() {
		await().untilAsserted(() -> assertThat(this.simulator.requests())
			.filteredOn((request) -> request.method().equals("setMyCommands"))
			.singleElement()
			.satisfies((request) -> assertThat(request.parameters().get("commands"))
				.contains("\"command\":\"photo\",\"description\":\"A photo\"")));
	}

	private JsonNode menu(long chat) {
		this.bot.write(chat, "/menu");
		return answers(chat, 1).get(0);
	}

	private void press(JsonNode message, String data, String query) {
		push("callback_query", Map.of("id", query, "from", user(message.path("chat").path("id").asLong()), "message",
				message, "chat_instance", "1", "data", data));
	}

	private void pushMessage(long chat, Map<String, ?> content) {
		Map<String, Object> message = new HashMap<>(content);
		message.putAll(Map.of("message_id", 1000, "date", 1_700_000_000, "from", user(chat), "chat",
				Map.of("id", chat, "type", "private", "first_name", "Ada")));
		push("message", message);
	}

	private void push(String kind, Object value) {
		assertThat(this.bot.push(MAPPER.writeValueAsString(Map.of(kind, value)))).isPositive();
	}

	private static Map<String, ?> user(long id) {
		return Map.of("id", id, "is_bot", false, "first_name", "Ada");
	}

	/**
	 * What the bot has said in a chat, when that many messages are there.
	 */
	private List<JsonNode> answers(long chat, int count) {
		return await().until(() -> said(chat), (answers) -> answers.size() == count);
	}

	private List<String> texts(long chat) {
		return said(chat).stream().map((message) -> message.path("text").asString("")).toList();
	}

	private List<JsonNode> said(long chat) {
		return this.bot.transcript(chat)
			.stream()
			.filter((message) -> message.path("from").path("is_bot").asBoolean())
			.toList();
	}

	private RecordedRequest request(String method, String parameter, String value) {
		return await().until(() -> this.simulator.requests()
			.stream()
			.filter((request) -> request.method().equals(method))
			.filter((request) -> value.equals(request.parameters().get(parameter)))
			.findFirst()
			.orElse(null), (request) -> request != null);
	}

	private StoredFile stored(JsonNode file) {
		StoredFile stored = this.bot.storedFile(file.path("file_id").asString());
		assertThat(stored).isNotNull();
		return stored;
	}

	private static byte[] picture(String name) throws IOException {
		return Files.readAllBytes(PICTURES.resolve(name));
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class StrictTelegram {

		@Bean(destroyMethod = "close")
		TelegramSimulator telegramSimulator() {
			return TelegramSimulator.builder().strict().build().start();
		}

	}

}
