// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class EditTests {

	private static final String KEYBOARD = BotCalls
		.encode("{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\"}]]}");

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void textAndKeyboardAreChangedInTheTranscript() {
		this.calls.call("sendMessage?chat_id=7&text=old&reply_markup=" + KEYBOARD);
		JsonNode edited = this.calls.result("editMessageText?chat_id=7&message_id=1&text=/new");
		assertThat(edited.get("text").stringValue()).isEqualTo("/new");
		assertThat(edited.get("entities").get(0).get("type").stringValue()).isEqualTo("bot_command");
		assertThat(edited.has("edit_date")).isTrue();
		assertThat(edited.has("reply_markup")).isFalse();
		assertThat(this.calls.result("editMessageReplyMarkup?chat_id=7&message_id=1&reply_markup=" + KEYBOARD)
			.has("reply_markup")).isTrue();
		assertThat(this.simulator.bot(42).transcript(7)).singleElement()
			.satisfies((message) -> assertThat(message.get("text").stringValue()).isEqualTo("/new"));
	}

	@Test
	void captionAndMediaAreChanged() {
		String id = this.simulator.bot(42).addFile("a.jpg", "first".getBytes());
		this.calls.call("sendPhoto?chat_id=7&caption=old&photo=" + id);
		assertThat(
				this.calls.result("editMessageCaption?chat_id=7&message_id=1&caption=new").get("caption").stringValue())
			.isEqualTo("new");
		JsonNode edited = this.calls.result("editMessageMedia?chat_id=7&message_id=1&media="
				+ BotCalls.encode("{\"type\":\"document\",\"media\":\"" + id + "\"}"));
		assertThat(edited.get("document").get("file_id").stringValue()).isEqualTo(id);
		assertThat(edited.has("photo")).isFalse();
		assertThat(edited.has("caption")).isFalse();
	}

	@Test
	void locationAndChecklistAreChanged() {
		this.calls.call("sendLocation?chat_id=7&latitude=1.5&longitude=2&live_period=60");
		assertThat(this.calls.result("editMessageLiveLocation?chat_id=7&message_id=1&latitude=3&longitude=2")
			.get("location")
			.get("latitude")
			.intValue()).isEqualTo(3);
		String list = "{\"title\":\"%s\",\"tasks\":[{\"id\":5,\"text\":\"a\"}]}";
		this.calls
			.call("sendChecklist?business_connection_id=b&chat_id=7&checklist=" + BotCalls.encode(list.formatted("x")));
		JsonNode checklist = this.calls
			.result("editMessageChecklist?business_connection_id=b&chat_id=7&message_id=2&checklist="
					+ BotCalls.encode(list.formatted("y")))
			.get("checklist");
		assertThat(checklist.get("title").stringValue()).isEqualTo("y");
		assertThat(checklist.get("tasks").get(0).get("id").intValue()).isEqualTo(5);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "editMessageText?chat_id=7&message_id=9&text=a | message to edit not found",
			"editMessageText?chat_id=7&message_id=1&text=a | message can't be edited",
			"editMessageText?text=a | message identifier is not specified",
			"editMessageText?chat_id=7&message_id=2&text=a | message is not modified: specified new message content and "
					+ "reply markup are exactly the same as a current content and reply markup of the message",
			"editMessageText?chat_id=7&message_id=3&text=a | there is no text in the message to edit",
			"editMessageCaption?chat_id=7&message_id=2&caption=a | there is no caption in the message to edit",
			"deleteMessage?chat_id=7&message_id=9 | message to delete not found",
			"forwardMessage?chat_id=8&from_chat_id=7&message_id=9 | message to forward not found",
			"copyMessage?chat_id=8&from_chat_id=7&message_id=9 | message to copy not found",
			"stopPoll?chat_id=7&message_id=2 | message with poll to stop not found" })
	void whatCannotBeDoneIsToldAsByTheOfficialServer(String call, String detail) {
		this.simulator.bot(42).write(7, "hi");
		this.calls.call("sendMessage?chat_id=7&text=a");
		this.calls.call("sendDice?chat_id=7");
		assertThat(BotCalls.json(this.calls.call(call)).get("description").stringValue())
			.isEqualTo("Bad Request: " + detail);
	}

	@Test
	void inlineMessageIsEditedUnseen() {
		assertThat(this.calls.result("editMessageText?inline_message_id=x&text=a").booleanValue()).isTrue();
	}

	@Test
	void deletedMessagesLeaveTheTranscript() {
		this.calls.call("sendMessage?chat_id=7&text=a");
		this.calls.call("sendMessage?chat_id=7&text=b");
		this.calls.call("sendMessage?chat_id=7&text=c");
		assertThat(this.calls.result("deleteMessage?chat_id=7&message_id=1").booleanValue()).isTrue();
		assertThat(this.calls.result("deleteMessages?chat_id=7&message_ids=%5B1,2%5D").booleanValue()).isTrue();
		assertThat(this.simulator.bot(42).transcript(7)).extracting((message) -> message.get("text").stringValue())
			.containsExactly("c");
	}

	@Test
	void pollIsSentAndStopped() {
		JsonNode poll = this.calls
			.result("sendPoll?chat_id=7&question=q&options=" + BotCalls.encode("[{\"text\":\"a\"},{\"text\":\"b\"}]"))
			.get("poll");
		assertThat(poll.get("question").stringValue()).isEqualTo("q");
		assertThat(poll.get("options").get(1).get("text").stringValue()).isEqualTo("b");
		assertThat(this.calls.result("stopPoll?chat_id=7&message_id=1").get("is_closed").booleanValue()).isTrue();
	}

	@Test
	void forwardNamesTheSenderAndCopyDoesNot() {
		this.simulator.bot(42).write(7, "hi");
		JsonNode forwarded = this.calls.result("forwardMessage?chat_id=8&from_chat_id=7&message_id=1");
		assertThat(forwarded.get("text").stringValue()).isEqualTo("hi");
		assertThat(forwarded.get("forward_origin").get("sender_user").get("id").intValue()).isEqualTo(7);
		assertThat(this.calls.result("copyMessage?chat_id=8&from_chat_id=7&message_id=1").get("message_id").intValue())
			.isEqualTo(2);
		assertThat(this.simulator.bot(42).transcript(8)).last()
			.satisfies((message) -> assertThat(message.has("forward_origin")).isFalse());
	}

	@Test
	void contentFollowsFromTheParameters() {
		JsonNode venue = this.calls.result("sendVenue?chat_id=7&latitude=1.5&longitude=2&title=t&address=a")
			.get("venue");
		assertThat(venue.get("location").get("latitude").doubleValue()).isEqualTo(1.5);
		assertThat(venue.get("title").stringValue()).isEqualTo("t");
		JsonNode contact = this.calls.result("sendContact?chat_id=7&phone_number=1&first_name=f&last_name=l")
			.get("contact");
		assertThat(contact.get("last_name").stringValue()).isEqualTo("l");
	}

}
