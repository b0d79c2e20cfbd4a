// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.ChatId;
import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.method.AnswerCallbackQuery;
import io.github.telegramnopool.api.method.DeleteMessage;
import io.github.telegramnopool.api.method.EditForumTopic;
import io.github.telegramnopool.api.method.EditMessageText;
import io.github.telegramnopool.api.method.ForwardMessages;
import io.github.telegramnopool.api.method.GetChat;
import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.api.method.SendMessage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Recipient}.
 */
class RecipientTests {

	@ParameterizedTest
	@CsvSource({ "5, 5, false", "-1001234, -1001234, true", "@News, @news, true" })
	void isTheChat(String chat, String name, boolean group) {
		assertThat(of(SendMessage.of(ChatId.of(chat), "Hi"))).isEqualTo(new Recipient(name, group, 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sendMessage", "sendPhoto", "forwardMessage", "copyMessage", "editMessageText",
			"editMessageReplyMarkup", "editEphemeralMessageText", "sendGift", "sendRichMessage" })
	void hearsOf(String method) {
		assertThat(of(method, "{\"chat_id\":5}")).isEqualTo(new Recipient("5", false, 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sendChatAction", "sendMessageDraft", "sendRichMessageDraft", "deleteMessage", "getChat",
			"editForumTopic", "editChatInviteLink", "pinChatMessage", "banChatMember", "send", "setMessageReaction" })
	void doesNotHearOf(String method) {
		assertThat(of(method, "{\"chat_id\":5}")).isNull();
	}

	@Test
	void isNobodyWithoutAChat() {
		assertThat(of(EditMessageText.builder().inlineMessageId("x").text("y").build())).isNull();
		assertThat(of(AnswerCallbackQuery.of("1"))).isNull();
		assertThat(of(GetChat.of(5))).isNull();
		assertThat(of(DeleteMessage.of(5, 1))).isNull();
		assertThat(of(EditForumTopic.of(5, 1))).isNull();
		assertThat(of("sendMessage", "{\"chat_id\":null}")).isNull();
		assertThat(of("sendMessage", "[]")).isNull();
		assertThat(of("sendMessage", "")).isNull();
	}

	@Test
	void getsSeveralMessagesAtOnce() {
		assertThat(of(ForwardMessages.of(5, 6, List.of(1, 2, 3)))).isEqualTo(new Recipient("5", false, 3));
		assertThat(of("sendMediaGroup", "{\"chat_id\":\"-7\",\"media\":[{},{\"a\":[1,2]}]}"))
			.isEqualTo(new Recipient("-7", true, 2));
	}

	@Test
	void getsAFile() {
		assertThat(of(SendDocument.of(5, InputFile.of("x".getBytes(UTF_8), "x.txt"))))
			.isEqualTo(new Recipient("5", false, 1));
	}

	private static Recipient of(BotApiMethod<?> method) {
		return Recipient.of(new RequestWriter(BotApiJson.mapper()).write(method));
	}

	private static Recipient of(String method, String json) {
		return Recipient.of(new Request(method, json.getBytes(UTF_8), Map.of()));
	}

}
