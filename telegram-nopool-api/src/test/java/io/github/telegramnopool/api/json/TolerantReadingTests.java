// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import java.time.Instant;
import java.util.List;

import io.github.telegramnopool.api.model.BackgroundFill;
import io.github.telegramnopool.api.model.Chat;
import io.github.telegramnopool.api.model.ChatFullInfo;
import io.github.telegramnopool.api.model.ChatMember;
import io.github.telegramnopool.api.model.ChatMemberMember;
import io.github.telegramnopool.api.model.ChatType;
import io.github.telegramnopool.api.model.ForceReply;
import io.github.telegramnopool.api.model.InaccessibleMessage;
import io.github.telegramnopool.api.model.InlineKeyboardMarkup;
import io.github.telegramnopool.api.model.Location;
import io.github.telegramnopool.api.model.MaybeInaccessibleMessage;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.api.model.ReplyMarkup;
import io.github.telegramnopool.api.model.Update;
import io.github.telegramnopool.api.model.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The rules for what is missing, odd or new in what servers send.
 */
class TolerantReadingTests {

	private final JsonMapper mapper = BotApiJson.mapper();

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"id\":null,\"type\":null,\"title\":null,\"is_forum\":null}" })
	void missingNumbersAndTextsAreEmpty(String json) {
		Chat chat = this.mapper.readValue(json, Chat.class);
		assertThat(chat.id()).isZero();
		assertThat(chat.type()).isEqualTo(new ChatType(""));
		assertThat(chat.title()).isNull();
		assertThat(chat.isForum()).isNull();
		User user = this.mapper.readValue("{}", User.class);
		assertThat(user.isBot()).isFalse();
		assertThat(user.firstName()).isEmpty();
	}

	@Test
	void missingTimeIsTheEpochAndMissingListIsEmpty() {
		assertThat(this.mapper.readValue("{\"chat\":{}}", Message.class).date()).isEqualTo(Instant.EPOCH);
		assertThat(this.mapper.readValue("{}", InlineKeyboardMarkup.class).inlineKeyboard()).isEmpty();
	}

	@Test
	void missingObjectIsAnError() {
		assertUnreadable("{\"message_id\":1}", "'chat' is missing");
		assertUnreadable("{\"chat\":null}", "'chat' is missing");
		assertUnreadable("{\"chat\":{},\"reply_to_message\":{\"message_id\":1}}",
				"'chat' is missing at /reply_to_message");
	}

	@Test
	void missingObjectThatOlderServersDoNotKnowIsNone() {
		assertThat(this.mapper.readValue("{}", ChatFullInfo.class).acceptedGiftTypes()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"chat":[]}                       | there is a list and not an object at /chat
			{"chat":{"id":"the secret"}}      | there is a text and not a number at /chat/id
			{"chat":{"id":99999999999999999999}} | there is a number and not a number of 64 bits at /chat/id
			{"message_id":5000000000}         | there is a number and not a number of 32 bits at /message_id
			{"message_id":1.5}                | there is a number and not a whole number at /message_id
			{"text":{}}                       | there is an object and not a text at /text
			{"photo":{}}                      | there is an object and not a list at /photo
			{"has_protected_content":"perhaps"} | there is a text and not true or false at /has_protected_content
			{"date":9000000000000000000}      | there is a number and not a point in time at /date
			{"date":-9223372036854775808}     | there is a number and not a point in time at /date
			{"text":"x"                       | it is no JSON of the Bot API (UnexpectedEndOfInputException)
			""")
	void wrongTypeIsAnErrorThatNamesThePlaceOnly(String json, String problem) {
		assertUnreadable(json, problem);
	}

	private void assertUnreadable(String json, String problem) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> this.mapper.readValue(json, Message.class))
			.satisfies((ex) -> assertThat(BotApiJson.problem(ex)).isEqualTo(problem));
	}

	@ParameterizedTest
	@ValueSource(strings = { "NaN", "Infinity", "-Infinity", "1d", "1f", "0x1p3", ".", "1e999", "1 2" })
	void textThatIsNoDecimalIsAnErrorThatNamesThePlace(String text) {
		assertUnreadable("{\"chat\":{},\"location\":{\"latitude\":\"" + text + "\"}}",
				"there is a text and not a number" + (text.equals("1e999") ? " of 64 bits" : "")
						+ " at /location/latitude");
	}

	@ParameterizedTest
	@CsvSource({ "-7.25,-7.25", "+7,7", "\"\",0", "\" 7.5e-1 \",0.75", "7,7" })
	void decimalsThatAreTextsAreRead(String json, double expected) {
		String text = json.startsWith("\"") ? json : "\"" + json + "\"";
		assertThat(this.mapper.readValue("{\"latitude\":" + text + "}", Location.class).latitude()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "\"user\":{\"id\":\"x\"},\"status\":\"left\"", "\"status\":\"left\",\"user\":{\"id\":\"x\"}" })
	void placeInMemberOfUnionIsNamedFromTheOutside(String member) {
		String json = "{\"chat_member\":{\"chat\":{},\"from\":{},\"date\":1,\"old_chat_member\":{" + member + "}}}";
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> this.mapper.readValue(json, Update.class))
			.satisfies((ex) -> assertThat(BotApiJson.problem(ex))
				.isEqualTo("there is a text and not a number at /chat_member/old_chat_member/user/id"));
	}

	@Test
	void nullTellsNoTypesApart() {
		String json = "{\"inline_keyboard\":null,\"keyboard\":null,\"force_reply\":true}";
		assertThat(this.mapper.readValue(json, ReplyMarkup.class)).isInstanceOf(ForceReply.class);
	}

	@Test
	void numbersThatAreTextsAndTextsThatAreNumbersAreRead() {
		Chat chat = this.mapper.readValue("{\"id\":\" -1001234567890\",\"title\":7,\"is_forum\":1}", Chat.class);
		assertThat(chat.id()).isEqualTo(-1001234567890L);
		assertThat(chat.title()).isEqualTo("7");
		assertThat(chat.isForum()).isTrue();
	}

	@Test
	void nullsInListsArePassedOver() {
		Message message = this.mapper.readValue("{\"chat\":{},\"new_chat_members\":[null,{\"id\":3}]}", Message.class);
		assertThat(message.newChatMembers()).extracting(User::id).containsExactly(3L);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"status\":\"member\",\"user\":{\"id\":3}}", "{\"user\":{\"id\":3},\"status\":\"member\"}",
					"{\"future\":[{\"status\":\"left\"}],\"status\":\"member\",\"future2\":{},\"user\":{\"id\":3}}" })
	void memberOfUnionIsFoundWhereverItsTagStands(String json) {
		assertThat(this.mapper.readValue(json, ChatMember.class)).isInstanceOfSatisfying(ChatMemberMember.class,
				(member) -> assertThat(member.user().id()).isEqualTo(3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"future\",\"color\":{\"deep\":[1,null]}}", "{\"color\":1,\"type\":\"future\"}",
			"{\"color\":1}", "{\"type\":5}", "{}" })
	void unknownMemberOfUnionKeepsAllOfItsJson(String json) {
		BackgroundFill fill = this.mapper.readValue(json, BackgroundFill.class);
		assertThat(fill).isInstanceOf(BackgroundFill.Unknown.class);
		assertThat(this.mapper.<JsonNode>valueToTree(fill)).isEqualTo(this.mapper.readTree(json));
		assertThat(this.mapper.<JsonNode>valueToTree(List.of(fill)).get(0)).isEqualTo(this.mapper.readTree(json));
	}

	@Test
	void messageWithoutDateIsInaccessible() {
		assertThat(this.mapper.readValue("{\"chat\":{\"id\":1},\"message_id\":2,\"date\":0}",
				MaybeInaccessibleMessage.class))
			.isInstanceOf(InaccessibleMessage.class);
	}

	@Test
	void nestingIsBounded() {
		String deep = "{\"chat\":{},\"future\":" + "[".repeat(BotApiJson.MAX_DEPTH) + "]".repeat(BotApiJson.MAX_DEPTH)
				+ "}";
		assertUnreadable(deep, "it is nested deeper than 100 levels or holds a text or number that is too long");
		String reply = "{\"chat\":{},\"reply_to_message\":".repeat(80) + "{\"chat\":{}}" + "}".repeat(80);
		assertThat(this.mapper.readValue(reply, Message.class).replyToMessage()).isNotNull();
	}

	@Test
	void textsAreBounded() {
		String text = "x".repeat(BotApiJson.MAX_TEXT);
		assertThat(readText(text).text()).hasSize(BotApiJson.MAX_TEXT);
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> readText(text.repeat(2)))
			.satisfies((ex) -> assertThat(BotApiJson.problem(ex)).contains("too long"));
	}

	private Message readText(String text) {
		return this.mapper.readValue("{\"chat\":{},\"text\":\"" + text + "\"}", Message.class);
	}

	@Test
	void everyMapperCanBeTaughtTheVocabulary() {
		JsonMapper other = JsonMapper.builder().addModule(new BotApiJacksonModule()).build();
		Message message = other.readValue("{\"message_id\":7,\"chat\":{\"id\":1}}", Message.class);
		assertThat(other.writeValueAsString(new Holder(Instant.EPOCH, message)))
			.isEqualTo("{\"at\":\"1970-01-01T00:00:00Z\",\"message\":{\"message_id\":7,\"date\":0,"
					+ "\"chat\":{\"id\":1,\"type\":\"\"}}}");
	}

	record Holder(Instant at, Message message) {

	}

}
