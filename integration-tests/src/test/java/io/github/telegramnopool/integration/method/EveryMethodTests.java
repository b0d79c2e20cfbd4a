package io.github.telegramnopool.integration.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.simulator.RecordedRequest;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterAll;
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

	private static final long CHAT = 42;

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final JsonMapper MAPPER = BotApiJson.mapper();

	private static final TelegramSimulator simulator = TelegramSimulator.builder().strict().build();

	private static RunningBot bot;

	@BeforeAll
	static void start() {
		System.getLogger("every-method").log(System.Logger.Level.INFO, "-Devery-method.seed=" + SEED);
		simulator.start();
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
	void carriesEveryParameter(String method) throws ClassNotFoundException {
		ObjectNode json = new RandomRequests(SEED ^ method.hashCode(), fixed()).request(method);
		Class<?> type = Class.forName(BotApiMethod.class.getPackageName() + ".method." + capitalize(method));
		BotApiMethod<?> call = (BotApiMethod<?>) MAPPER.treeToValue(json, type);
		assertThat(bot.blockingApi().execute(call)).isNotNull();
		RecordedRequest request = lastRequest();
		assertThat(request.method()).isEqualTo(method);
		assertThat(request.parameters().keySet()).isEqualTo(json.propertyNames());
		request.parameters()
			.forEach((name, value) -> assertThat(parsed(value, json.get(name))).isEqualTo(json.get(name)));
		assertThat(simulator.findings()).isEmpty();
	}

	/**
	 * What has to fit what the simulator holds.
	 */
	private static Map<String, JsonNode> fixed() {
		Map<String, JsonNode> fixed = new LinkedHashMap<>();
		fixed.put("InputFile", JSON.stringNode(simulator.bot(RunningBot.ID).addFile("a.png", new byte[] { 1 })));
		fixed.put("file_id", fixed.get("InputFile"));
		fixed.put("chat_id", JSON.numberNode(CHAT));
		fixed.put("from_chat_id", JSON.numberNode(CHAT));
		fixed.put("message_id", JSON.numberNode(simulator.bot(RunningBot.ID).write(CHAT, "Hi")));
		return fixed;
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
