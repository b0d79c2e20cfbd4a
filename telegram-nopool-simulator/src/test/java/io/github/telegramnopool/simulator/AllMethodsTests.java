// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class AllMethodsTests {

	private static final ApiSchema SCHEMA = ApiSchema.load();

	/**
	 * A supergroup, where the most methods have something to do.
	 */
	private static final String CHAT = "-1001000000007";

	/**
	 * Values that a call needs beyond the schema's word: ids of what is there, and one of
	 * several parameters that are optional each.
	 */
	private static final Map<String, String> GIVEN = Map.ofEntries(Map.entry("chat_id", CHAT),
			Map.entry("from_chat_id", CHAT), Map.entry("user_id", "7"), Map.entry("message_id", "2"),
			Map.entry("message_ids", "[2]"), Map.entry("file_id", "\"file0\""),
			Map.entry("url", "\"https://bot.test/\""), Map.entry("callback_query_id", "\"asked\""),
			Map.entry("inline_query_id", "\"asked\""),
			Map.entry("commands", "[{\"command\":\"a\",\"description\":\"b\"}]"),
			Map.entry("reply_markup", "{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\"}]]}"));

	private static final TelegramSimulator SIMULATOR = TelegramSimulator.builder().strict().build().start();

	@AfterAll
	static void stop() {
		SIMULATOR.close();
	}

	@Test
	void schemaHasEveryMethod() {
		assertThat(SCHEMA.methods()).hasSizeGreaterThanOrEqualTo(185);
	}

	@ParameterizedTest
	@MethodSource("methods")
	void answersWithTheRequiredParameters(String name) {
		check(name, SchemaField::required, 1000);
	}

	@ParameterizedTest
	@MethodSource("methods")
	void answersWithEveryParameter(String name) {
		check(name, (parameter) -> true, 2000);
	}

	private static void check(String name, Predicate<SchemaField> given, long firstBot) {
		SchemaMethod method = SCHEMA.method(name);
		long id = firstBot + List.copyOf(SCHEMA.methods()).indexOf(method);
		BotCalls calls = new BotCalls(SIMULATOR, id);
		prepare(id, calls);
		JsonNode answer = BotCalls.json(call(calls, name.toUpperCase(Locale.ROOT), parameters(method, given)));
		assertThat(answer.path("ok").booleanValue()).as("%s: %s", name, answer).isTrue();
		assertThat(new ValueCheck(SCHEMA, Set.of()).check(method.returns(), answer.get("result"), "result"))
			.as("%s: %s", name, answer)
			.isEmpty();
		assertThat(SIMULATOR.findings()).noneMatch((finding) -> finding.botId() == id);
	}

	static Stream<String> methods() {
		return SCHEMA.methods().stream().map(SchemaMethod::name);
	}

	/**
	 * Put what methods can be about in the chat: a message, a poll and a checklist. And a
	 * file on the server.
	 */
	private static void prepare(long id, BotCalls calls) {
		SimulatedBot bot = SIMULATOR.bot(id);
		bot.addFile("a.png", "png".getBytes());
		bot.write(Long.parseLong(CHAT), "hi");
		String asked = "{\"id\":\"asked\",\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"User\"},";
		bot.push("{\"callback_query\":" + asked + "\"chat_instance\":\"1\",\"data\":\"b\"}}");
		bot.push("{\"inline_query\":" + asked + "\"query\":\"\",\"offset\":\"\"}}");
		calls.call("setChatDescription?chat_id=" + CHAT + "&description=Old");
		calls.call("sendPoll?chat_id=" + CHAT + "&question=q&options=" + BotCalls.encode("[{\"text\":\"a\"}]"));
		calls.call("sendChecklist?business_connection_id=b&chat_id=" + CHAT + "&checklist="
				+ BotCalls.encode("{\"title\":\"t\",\"tasks\":[{\"id\":1,\"text\":\"a\"}]}"));
	}

	private static ObjectNode parameters(SchemaMethod method, Predicate<SchemaField> choice) {
		ObjectNode call = Json.object();
		ValueMaker maker = new ValueMaker(SCHEMA, Map.of(), Json.object().put("media", "file0").put("photo", "file0"),
				0);
		method.parameters().values().stream().filter(choice.or(AllMethodsTests::isChat)).forEach((parameter) -> {
			String given = GIVEN.get(parameter.name());
			call.set(parameter.name(), (given != null) ? Json.parseOrNull(given) : maker.make(parameter, null));
			if (parameter.type().takes("InputFile")) {
				call.put(parameter.name(), "attach://upload");
			}
		});
		if (method.name().equals("editMessageChecklist")) {
			call.put("message_id", 3);
		}
		if (method.name().equals("sendMediaGroup")) {
			((ArrayNode) call.get("media")).add(call.get("media").get(0));
		}
		if (method.name().equals("setWebhook")) {
			call.remove(List.of("certificate", "ip_address", "secret_token"));
		}
		if (method.parameters().containsKey("inline_message_id")) {
			call.remove("chat_id");
			call.put("inline_message_id", "inline");
		}
		return call;
	}

	private static boolean isChat(SchemaField parameter) {
		return parameter.name().equals("chat_id");
	}

	/**
	 * Call by JSON, or by a form with a file where one is required.
	 */
	private static HttpResponse<String> call(BotCalls calls, String name, ObjectNode parameters) {
		if (!Json.write(parameters).contains("attach://upload")) {
			return calls.post(calls.path(name), "application/json", Json.write(parameters));
		}
		StringBuilder form = new StringBuilder();
		parameters.forEachEntry((parameter, value) -> form.append("--b\r\nContent-Disposition: form-data; name=\"")
			.append(parameter)
			.append("\"\r\n\r\n")
			.append(value.isString() ? value.stringValue() : Json.write(value))
			.append("\r\n"));
		form.append(
				"--b\r\nContent-Disposition: form-data; name=\"upload\"; filename=\"a.bin\"\r\n\r\nxyz\r\n--b--\r\n");
		return calls.post(calls.path(name), "multipart/form-data; boundary=b", form.toString());
	}

}
