// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.method;

import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.method.SendChecklist;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.method.SendPoll;
import io.github.telegramnopool.api.model.InputChecklist;
import io.github.telegramnopool.api.model.InputChecklistTask;
import io.github.telegramnopool.api.model.InputPollOption;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.simulator.RecordedRequest;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls each method over a real socket with every parameter set to a random value. The
 * simulator checks names and types by the schema, and answers with a value of the type
 * that the method returns.
 */
class EveryMethodTests {

	private static final long SEED = Long.getLong("every-method.seed", System.nanoTime());

	private static final long FIRST_CHAT = -1_001_000_000_000L;

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final JsonMapper MAPPER = BotApiJson.mapper();

	private static final TelegramSimulator simulator = TelegramSimulator.builder().strict().build();

	private static RunningBot bot;

	/**
	 * A certificate, which webhooks need and the others take as well as anything else.
	 */
	private static InputFile upload;

	@BeforeAll
	static void start() throws CertificateEncodingException {
		System.getLogger("every-method").log(System.Logger.Level.INFO, "-Devery-method.seed=" + SEED);
		simulator.start();
		upload = InputFile.of(pem(simulator.certificate().getEncoded()), "a.pem");
		bot = RunningBot.settings().reaching(simulator, "localhost").run();
	}

	@AfterAll
	static void stop() {
		bot.close();
		simulator.close();
	}

	static List<String> methods() {
		return RandomRequests.methods();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("methods")
	void carriesEveryParameter(String method) throws ReflectiveOperationException {
		ObjectNode json = new RandomRequests(SEED ^ method.hashCode(), fixed(method)).request(method);
		fit(json);
		Class<?> type = Class.forName(BotApiMethod.class.getPackageName() + ".method." + capitalize(method));
		BotApiMethod<?> call = (BotApiMethod<?>) MAPPER.treeToValue(json, type);
		// Which is refused in a bot's first ten minutes
		if (method.equals("close")) {
			simulator.clock().advance(Duration.ofMinutes(11));
		}
		assertThat(bot.blockingApi().execute(withUploads(call, json))).isNotNull();
		RecordedRequest request = lastRequest();
		assertThat(request.method()).isEqualTo(method);
		Map<String, JsonNode> received = new LinkedHashMap<>();
		request.parameters().forEach((name, value) -> received.put(name, parsed(value, json.path(name))));
		Map<String, JsonNode> sent = new LinkedHashMap<>();
		json.forEachEntry((name, value) -> sent.put(name, MAPPER.readTree(value.toString())));
		uploads(json).forEach((name) -> sent.put(name, JSON.stringNode("attach://file0")));
		assertThat(received).as("seed %d", SEED).isEqualTo(sent);
		assertThat(simulator.findings()).filteredOn((finding) -> finding.method().equals(method)).isEmpty();
	}

	/**
	 * A bot is back half an hour after it has logged out.
	 */
	@AfterEach
	void pass() {
		simulator.clock().advance(Duration.ofHours(1));
	}

	private static BotApiMethod<?> withUploads(BotApiMethod<?> call, ObjectNode json)
			throws ReflectiveOperationException {
		if (uploads(json).isEmpty()) {
			return call;
		}
		Object builder = call.getClass().getMethod("toBuilder").invoke(call);
		for (String name : uploads(json)) {
			builder.getClass().getMethod(name, InputFile.class).invoke(builder, upload);
		}
		return (BotApiMethod<?>) builder.getClass().getMethod("build").invoke(builder);
	}

	private static byte[] pem(byte[] certificate) {
		String text = Base64.getMimeEncoder().encodeToString(certificate);
		return ("-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n").getBytes();
	}

	private static List<String> uploads(ObjectNode json) {
		return json.propertyNames()
			.stream()
			.filter((name) -> json.get(name).asString("").equals(RandomRequests.UPLOAD))
			.toList();
	}

	/**
	 * What has to fit what the simulator holds.
	 */
	private static Map<String, JsonNode> fixed(String method) {
		SimulatedBot peer = simulator.bot(RunningBot.ID);
		long chat = chat(method);
		JsonNode message = JSON.numberNode(newMessage(method, chat).messageId());
		Map<String, JsonNode> fixed = new LinkedHashMap<>();
		for (String query : List.of("callback_query", "inline_query")) {
			peer.push("""
					{"%s":{"id":"%s","from":{"id":7,"is_bot":false,"first_name":"Ada"},"chat_instance":"1",
					"query":"","offset":""}}""".formatted(query, method));
			fixed.put(query + "_id", JSON.stringNode(method));
		}
		// Texts without marks, for any parse mode
		for (String text : List.of("text", "caption", "question", "explanation", "description")) {
			fixed.put(method + "." + text, JSON.stringNode("Changed \u4f60"));
		}
		fixed.put("InputPollOption.text", JSON.stringNode("Row"));
		for (String medium : List.of("Animation", "Audio", "Document", "LivePhoto", "Photo", "Video")) {
			fixed.put("InputMedia" + medium + ".caption", JSON.stringNode("Changed \u4f60"));
		}
		fixed.put("InputFile", JSON.stringNode(peer.addFile("a.png", new byte[] { 1 })));
		fixed.put("file_id", fixed.get("InputFile"));
		fixed.put("chat_id", JSON.numberNode(chat));
		fixed.put("from_chat_id", JSON.numberNode(chat));
		fixed.put("message_id", message);
		fixed.put("message_ids", JSON.arrayNode().add(message));
		fixed.put("setWebhook.url", JSON.stringNode("https://bot.test/hook"));
		fixed.put("setWebhook.ip_address", JSON.stringNode("149.154.160.1"));
		fixed.put("setWebhook.secret_token", JSON.stringNode("secret"));
		// Which the simulator waits for
		fixed.put("getUpdates.timeout", JSON.numberNode(1));
		return fixed;
	}

	/**
	 * What has to fit beyond single values: results of other ids, and no more than one
	 * reaction.
	 */
	private static void fit(ObjectNode json) {
		int id = 0;
		for (JsonNode result : json.path("results")) {
			((ObjectNode) result).put("id", String.valueOf(++id));
		}
		if (json.path("reaction").size() > 1) {
			json.set("reaction", JSON.arrayNode().add(json.get("reaction").get(0)));
		}
	}

	/**
	 * A supergroup for each method, since one may leave it.
	 */
	private static long chat(String method) {
		return FIRST_CHAT - methods().indexOf(method);
	}

	private static Message newMessage(String method, long chat) {
		BlockingTelegramBotApi api = bot.blockingApi();
		return switch (method) {
			case "stopPoll" ->
				api.sendPoll(SendPoll.of(chat, "Row?", List.of(InputPollOption.of("Yes"), InputPollOption.of("No"))));
			case "editMessageChecklist" -> api.sendChecklist(SendChecklist.of("business", chat,
					InputChecklist.of("To do", List.of(InputChecklistTask.of(1, "Row")))));
			default -> api.sendMessage(SendMessage.of(chat, "Hi"));
		};
	}

	private static RecordedRequest lastRequest() {
		List<RecordedRequest> requests = simulator.requests();
		return requests.get(requests.size() - 1);
	}

	/**
	 * The server counts a text by its content, and anything else by its JSON.
	 */
	private static JsonNode parsed(String value, JsonNode expected) {
		return expected.isString() ? JSON.stringNode(value) : MAPPER.readTree(value);
	}

	private static String capitalize(String name) {
		return Character.toUpperCase(name.charAt(0)) + name.substring(1);
	}

}
