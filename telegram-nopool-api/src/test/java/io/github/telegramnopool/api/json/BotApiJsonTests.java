// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import java.time.Instant;

import io.github.telegramnopool.api.ChatId;
import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.EditMessageText;
import io.github.telegramnopool.api.method.GetMe;
import io.github.telegramnopool.api.method.GetUpdates;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.method.SendPhoto;
import io.github.telegramnopool.api.model.CallbackGame;
import io.github.telegramnopool.api.model.Chat;
import io.github.telegramnopool.api.model.InlineKeyboardMarkup;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.api.model.MessageOrTrue;
import io.github.telegramnopool.api.model.ParseMode;
import io.github.telegramnopool.api.model.ReactionTypeCustomEmoji;
import io.github.telegramnopool.api.model.ReplyMarkup;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BotApiJsonTests {

	private final JsonMapper mapper = BotApiJson.mapper();

	@Test
	void writesOnlyWhatIsSet() {
		SendMessage method = SendMessage.builder().chatId(5).text("Hi").parseMode(ParseMode.HTML).build();
		assertThat(this.mapper.writeValueAsString(method))
			.isEqualTo("{\"chat_id\":5,\"text\":\"Hi\",\"parse_mode\":\"HTML\"}");
		assertThat(this.mapper.writeValueAsString(GetMe.of())).isEqualTo("{}");
	}

	@Test
	void writesChatsAndFilesAsTheirValue() {
		SendPhoto method = SendPhoto.of(ChatId.of("@rowing_club"), InputFile.fileId("AgAC"));
		assertThat(this.mapper.writeValueAsString(method))
			.isEqualTo("{\"chat_id\":\"@rowing_club\",\"photo\":\"AgAC\"}");
	}

	@Test
	void writesWhatTellsTypesApart() {
		assertThat(this.mapper.writeValueAsString(ReactionTypeCustomEmoji.of("7")))
			.isEqualTo("{\"type\":\"custom_emoji\",\"custom_emoji_id\":\"7\"}");
	}

	@Test
	void readsTextAsNumberAndTruth() {
		Message message = readMessage("""
				"message_id":"12","date":"1787616000","is_topic_message":"true","sender_boost_count":7.0""");
		assertThat(message.messageId()).isEqualTo(12);
		assertThat(message.date()).isEqualTo(Instant.ofEpochSecond(1787616000));
		assertThat(message.isTopicMessage()).isTrue();
		assertThat(message.senderBoostCount()).isEqualTo(7);
	}

	private Message readMessage(String properties) {
		return this.mapper.readValue("{\"chat\":{\"id\":1,\"type\":\"private\"}," + properties + "}", Message.class);
	}

	@Test
	void readsResultOfEdit() {
		assertThat(readResult("true")).isEqualTo(new MessageOrTrue(null));
		assertThat(readResult("{\"message_id\":3,\"chat\":{\"id\":1}}").message().messageId()).isEqualTo(3);
	}

	private MessageOrTrue readResult(String json) {
		EditMessageText method = EditMessageText.builder().inlineMessageId("7").text("Hi").build();
		return this.mapper.readValue(json, method.resultType());
	}

	@Test
	void readsListOfResults() {
		assertThat(this.mapper.readValue("[{\"update_id\":1},{\"update_id\":2}]", GetUpdates.of().resultType()))
			.extracting("updateId")
			.containsExactly(1, 2);
	}

	@Test
	void readsTypeWithoutFields() {
		assertThat(this.mapper.readValue("{}", CallbackGame.class)).isEqualTo(CallbackGame.of());
		assertThat(this.mapper.writeValueAsString(CallbackGame.of())).isEqualTo("{}");
	}

	@Test
	void failsOnWhatIsNoKnownMemberOfTypesThatAreOnlySent() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> this.mapper.readValue("{\"future\":1}", ReplyMarkup.class))
			.withMessageContaining("there is no ReplyMarkup that is known here");
	}

	@Test
	void failsOnTrailingText() {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> this.mapper.readValue("{} {}", Chat.class));
	}

}
