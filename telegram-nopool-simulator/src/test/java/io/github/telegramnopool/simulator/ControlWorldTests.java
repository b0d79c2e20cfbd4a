// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people do, by calls of the control API, and what a page hears of it.
 */
class ControlWorldTests {

	private static final String BOB = "\"from\":{\"id\":8,\"first_name\":\"Bob\"}";

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final WorldCalls world = new WorldCalls(this.simulator).readingEverything();

	private RawConnection events;

	@BeforeEach
	void listen() throws Exception {
		this.events = RawConnection.to(this.simulator.port());
		this.events.write("GET /_sim/events HTTP/1.1\r\nHost: x\r\n\r\n").readHead();
	}

	@AfterEach
	void stop() throws Exception {
		this.events.close();
		this.simulator.close();
	}

	@Test
	void messagesAreWrittenChangedAndDeleted() throws Exception {
		post("chats/7/messages", "{\"text\":\"one\"}");
		JsonNode reply = post("chats/7/messages", "{\"text\":\"two\",\"reply_to_message_id\":1}");
		assertThat(reply.at("/message/reply_to_message/text").stringValue()).isEqualTo("one");
		assertThat(send("PATCH", "chats/7/messages/1", "{\"text\":\"changed\"}").get("update_id").isNumber()).isTrue();
		send("DELETE", "chats/7/messages/2", "");
		assertThat(this.world.kinds()).containsExactly("message", "message", "edited_message");
		hear("message", "\"one\"");
		hear("edited", "\"changed\"");
		hear("deleted", "\"message_id\":2");
		JsonNode chat = get("chats").get(0);
		assertThat(chat.at("/last_message/text").stringValue()).isEqualTo("changed");
		assertThat(chat.get("type").stringValue()).isEqualTo("private");
	}

	@Test
	void nothingIsCreatedByLooking() throws Exception {
		assertThat(get("chats/7/messages").size()).isZero();
		assertThat(get("chats/7/reactions").size()).isZero();
		assertThat(get("chats").size()).isZero();
	}

	@Test
	void fileIsSent() {
		HttpResponse<String> answer = this.world.calls
			.post("/_sim/bots/42/chats/7/files?kind=photo&name=a.png&caption=look&from=7", "image/png", "xyz");
		JsonNode photo = BotCalls.json(answer).at("/message/photo/0");
		assertThat(this.world.bot().storedFile(photo.get("file_id").stringValue()).bytes()).asString().isEqualTo("xyz");
		HttpResponse<String> shown = this.world.calls.get("/_sim/bots/42/files/" + photo.get("file_id").stringValue());
		assertThat(shown.body()).isEqualTo("xyz");
		assertThat(shown.headers().firstValue("content-type")).hasValue("image/png");
		assertThat(this.world.calls.get("/_sim/bots/42/files/other").statusCode()).isEqualTo(404);
		this.world.calls.post("/_sim/bots/42/chats/7/files?name=a.txt", "text/plain", "abc");
		assertThat(this.world.calls.get("/_sim/bots/42/files/file1").headers().firstValue("content-type"))
			.hasValue("application/octet-stream");
		assertThat(this.world.updates().get(1).at("/message/document/file_name").stringValue()).isEqualTo("a.txt");
	}

	@Test
	void buttonIsPressedAndTheAnswerHeard() throws Exception {
		this.world.ok("sendMessage?chat_id=7&text=Sure&reply_markup="
				+ BotCalls.encode("{\"inline_keyboard\":[[{\"text\":\"Yes\",\"callback_data\":\"y\"}]]}"));
		String id = post("chats/7/messages/1/press", "{\"data\":\"y\"}").get("callback_query_id").stringValue();
		assertThat(this.world.update("callback_query").at("/from/id").intValue()).isEqualTo(7);
		assertThat(get("presses/" + id).get("answered").booleanValue()).isFalse();
		this.world.ok("answerCallbackQuery?text=Noted&callback_query_id=" + id);
		assertThat(get("presses/" + id).get("text").stringValue()).isEqualTo("Noted");
		hear("callback_answer", "Noted");
	}

	@Test
	void reactionVoteAndPinAreSeen() throws Exception {
		this.world.ok("sendPoll?chat_id=7&is_anonymous=false&question=q&options=" + BotCalls.encode("[\"a\",\"b\"]"));
		post("chats/7/messages/1/votes", "{\"options\":[1]}");
		post("chats/7/messages/1/reactions", "{\"emoji\":[\"\ud83d\udc4d\"]}");
		post("chats/7/messages/1/pin", "");
		assertThat(this.world.kinds()).containsExactly("poll", "poll_answer", "message_reaction", "message");
		assertThat(get("chats/7/messages/1/reactions").at("/0/total_count").intValue()).isEqualTo(1);
		assertThat(get("chats/7/reactions").at("/1/0/total_count").intValue()).isEqualTo(1);
		hear("reactions", "total_count");
	}

	@Test
	void privateChatIsCalledAsItsPerson() {
		post("chats/8/messages", "{\"text\":\"one\"," + BOB + "}");
		assertThat(get("chats").get(0).get("first_name").stringValue()).isEqualTo("Bob");
		post("chats/8/messages", "{\"text\":\"two\",\"from\":{\"id\":8}}");
		assertThat(get("chats").get(0).get("first_name").stringValue()).isEqualTo("Bob");
	}

	@Test
	void groupIsCreatedFilledAndUpgraded() throws Exception {
		JsonNode group = post("chats", "{\"type\":\"group\",\"title\":\"Friends\"," + BOB + "}");
		String path = "chats/" + group.get("id") + "/";
		assertThat(post(path + "members", "{\"user\":{\"id\":9,\"first_name\":\"Cleo\"}}").get("status").stringValue())
			.isEqualTo("member");
		assertThat(get(path + "members").size()).isEqualTo(3);
		send("DELETE", path + "members/9", "");
		send("PATCH", "chats/" + group.get("id"), "{\"title\":\"Enemies\"}");
		post(path + "members", "{\"user\":{\"id\":42},\"status\":\"administrator\"}");
		assertThat(this.world.kinds()).containsExactly("my_chat_member", "message", "message", "message", "message",
				"my_chat_member");
		JsonNode supergroup = post(path + "upgrade", "");
		assertThat(supergroup.get("type").stringValue()).isEqualTo("supergroup");
		assertThat(this.world.kinds()).containsExactly("message", "message");
		send("DELETE", "chats/" + supergroup.get("id") + "/members/42", "");
		assertThat(this.world.refused("sendMessage?text=a&chat_id=" + supergroup.get("id"))).startsWith("403");
		hear("chat", "Friends");
		hear("member", "Cleo");
	}

	@Test
	void botIsBlocked() {
		post("chats/7/block", "");
		assertThat(this.world.refused("sendMessage?chat_id=7&text=a")).startsWith("403");
		assertThat(get("chats").get(0).get("bot_status").stringValue()).isEqualTo("kicked");
		post("chats/7/unblock", "");
		this.world.ok("sendMessage?chat_id=7&text=a");
	}

	@Test
	void inlineQueryIsAskedAnsweredAndChosen() throws Exception {
		String id = post("inline", "{\"query\":\"cats\"," + BOB + "}").get("inline_query_id").stringValue();
		assertThat(this.world.update("inline_query").at("/from/first_name").stringValue()).isEqualTo("Bob");
		assertThat(get("inline/" + id).get("answered").booleanValue()).isFalse();
		this.world.ok("answerInlineQuery?inline_query_id=" + id + "&results=" + BotCalls.encode(
				"[{\"type\":\"article\",\"id\":\"1\",\"title\":\"Cat\",\"input_message_content\":{\"message_text\":\"Cat\"}}]"));
		assertThat(get("inline/" + id).at("/results/0/title").stringValue()).isEqualTo("Cat");
		assertThat(
				post("inline/" + id + "/choose", "{\"result_id\":\"1\",\"chat\":8}").at("/message/text").stringValue())
			.isEqualTo("Cat");
		assertThat(this.world.kinds()).containsExactly("message", "chosen_inline_result");
		hear("inline_answer", "Cat");
	}

	@Test
	void keyboardCommandsAndTypingAreSeen() throws Exception {
		this.world.ok("setMyCommands?commands=" + BotCalls.encode("[{\"command\":\"a\",\"description\":\"b\"}]"));
		assertThat(get("commands").at("/0/command").stringValue()).isEqualTo("a");
		this.world.ok("sendMessage?chat_id=7&text=a&reply_markup="
				+ BotCalls.encode("{\"keyboard\":[[{\"text\":\"Yes\"}]]}"));
		assertThat(get("chats").get(0).at("/keyboard/keyboard/0/0/text").stringValue()).isEqualTo("Yes");
		this.world.ok("sendMessage?chat_id=7&text=a&reply_markup=" + BotCalls.encode("{\"remove_keyboard\":true}"));
		assertThat(get("chats").get(0).has("keyboard")).isFalse();
		this.world.ok("sendChatAction?chat_id=7&action=typing");
		assertThat(this.world.refused("sendChatAction?chat_id=7&action=dance"))
			.isEqualTo("400 Bad Request: wrong parameter action in request");
		hear("commands", "\"b\"");
		hear("keyboard", "Yes");
		hear("action", "typing");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "chats | {\"title\":\"a\",\"type\":\"private\"} | must be group",
					"chats | {} | \\\"title\\\" must be a string", "chats/-7/block | {} | only in a private chat",
					"chats/7/upgrade | {} | only a group", "chats/7/members | {} | \\\"user\\\" must have",
					"chats/7/messages/5/press | {\"data\":\"a\"} | has no message 5",
					"inline/x/choose | {\"result_id\":\"1\",\"chat\":8} | has no answer",
					"chats/7/nothing | {} | the control API has no POST" })
	void whatCannotBeDoneIsExplained(String path, String body, String problem) {
		assertThat(this.world.calls.post("/_sim/bots/42/" + path, "application/json", body).body()).contains(problem);
	}

	private JsonNode get(String path) {
		return this.world.calls.control("bots/42/" + path);
	}

	private JsonNode post(String path, String body) {
		return this.world.calls.control("bots/42/" + path, body);
	}

	private JsonNode send(String verb, String path, String body) {
		return BotCalls.json(this.world.calls.send(verb, "/_sim/bots/42/" + path, body));
	}

	/**
	 * Wait for an event that says something.
	 */
	private void hear(String event, String part) throws Exception {
		StringBuilder block = new StringBuilder();
		do {
			block.setLength(0);
			while (block.indexOf("\n\n") < 0) {
				block.append((char) this.events.readByte());
			}
		}
		while (!block.toString().contains("event: " + event + "\n") || !block.toString().contains(part));
	}

}
