// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import io.github.telegramnopool.api.json.BotApiJson;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import io.github.telegramnopool.api.method.AnswerCallbackQuery;
import io.github.telegramnopool.api.method.CreateChatInviteLink;
import io.github.telegramnopool.api.method.EditMessageText;
import io.github.telegramnopool.api.method.GetUpdates;
import io.github.telegramnopool.api.method.GiftPremiumSubscription;
import io.github.telegramnopool.api.method.SendGift;
import io.github.telegramnopool.api.method.SendLocation;
import io.github.telegramnopool.api.method.SendMediaGroup;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.method.SendMessageDraft;
import io.github.telegramnopool.api.method.SendPoll;
import io.github.telegramnopool.api.method.SetWebhook;
import io.github.telegramnopool.api.model.BotCommand;
import io.github.telegramnopool.api.model.InlineKeyboardButton;
import io.github.telegramnopool.api.model.InputMediaPhoto;
import io.github.telegramnopool.api.model.InputPollOption;
import io.github.telegramnopool.api.model.InputTextMessageContent;
import io.github.telegramnopool.api.model.KeyboardButton;
import io.github.telegramnopool.api.model.Location;
import io.github.telegramnopool.api.model.ParseMode;
import io.github.telegramnopool.api.model.Update;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Has builders refuse what Telegram would, with one example of each sort.
 */
class StrictBuilderTests {

	@Test
	void countsCharacters() {
		AnswerCallbackQuery.Builder answer = AnswerCallbackQuery.builder().callbackQueryId("7");
		assertThat(answer.text("x".repeat(200)).build().text()).hasSize(200);
		assertThatIllegalArgumentException().isThrownBy(() -> answer.text("x".repeat(201)).build())
			.withMessage("AnswerCallbackQuery: 'text' has 201 characters, but Telegram takes 0-200");
		assertThatIllegalArgumentException().isThrownBy(() -> BotCommand.of("", "Starts"))
			.withMessage("BotCommand: 'command' has 0 characters, but Telegram takes 1-32");
	}

	@Test
	void countsEmojiOnce() {
		AnswerCallbackQuery.Builder answer = AnswerCallbackQuery.builder().callbackQueryId("7");
		assertThat(answer.text("\uD83D\uDEA3".repeat(200)).build().text()).hasSize(400);
	}

	@Test
	void countsBytes() {
		InlineKeyboardButton.Builder button = InlineKeyboardButton.builder().text("Lane 1");
		assertThat(button.callbackData("\u00e9".repeat(32)).build().callbackData()).hasSize(32);
		assertThatIllegalArgumentException().isThrownBy(() -> button.callbackData("\u00e9".repeat(33)).build())
			.withMessage("InlineKeyboardButton: 'callbackData' has 66 bytes, but Telegram takes 1-64");
	}

	@Test
	void countsItems() {
		List<InputPollOption> none = List.of();
		assertThatIllegalArgumentException().isThrownBy(() -> SendPoll.of(5, "Well?", none))
			.withMessage("SendPoll: 'options' has 0 items, but Telegram takes 1-12");
		InputMediaPhoto photo = InputMediaPhoto.of(InputFile.fileId("AgAC"));
		assertThatIllegalArgumentException().isThrownBy(() -> SendMediaGroup.of(5, List.of(photo)))
			.withMessage("SendMediaGroup: 'media' has 1 item, but Telegram takes 2-10");
		assertThat(SendMediaGroup.of(5, Collections.nCopies(10, photo)).media()).hasSize(10);
	}

	@Test
	void knowsRangeOfNumber() {
		assertThatIllegalArgumentException().isThrownBy(() -> GetUpdates.builder().limit(101).build())
			.withMessage("GetUpdates: 'limit' is 101, but Telegram takes 1-100");
		assertThatIllegalArgumentException().isThrownBy(() -> GetUpdates.builder().timeout(-1).build())
			.withMessage("GetUpdates: 'timeout' is -1, but Telegram takes at least 0");
		Location.Builder location = Location.of(53.5, 9.9).toBuilder();
		assertThatIllegalArgumentException().isThrownBy(() -> location.horizontalAccuracy(1500.5).build())
			.withMessage("Location: 'horizontalAccuracy' is 1500.5, but Telegram takes 0-1500");
		assertThatIllegalArgumentException().isThrownBy(() -> location.horizontalAccuracy(Double.NaN).build());
	}

	@Test
	void knowsNumberBesideRange() {
		SendLocation.Builder location = SendLocation.of(5, 53.5, 9.9).toBuilder();
		assertThat(location.livePeriod(Integer.MAX_VALUE).build().livePeriod()).isEqualTo(Integer.MAX_VALUE);
		assertThatIllegalArgumentException().isThrownBy(() -> location.livePeriod(86401).build())
			.withMessage("SendLocation: 'livePeriod' is 86401, but Telegram takes 60-86400 or 2147483647");
	}

	@Test
	void knowsNumbersThatAreListed() {
		assertThat(GiftPremiumSubscription.of(7, 6, 1500).monthCount()).isEqualTo(6);
		assertThatIllegalArgumentException().isThrownBy(() -> GiftPremiumSubscription.of(7, 5, 1500))
			.withMessage("GiftPremiumSubscription: 'monthCount' is 5, but Telegram takes 3, 6, 12");
	}

	@Test
	void rejectsZeroWhereItMeansNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> SendMessageDraft.of(5, 0))
			.withMessage("SendMessageDraft: 'draftId' is 0, but Telegram takes any number but 0");
	}

	@Test
	void takesKindOfUpdateThatIsNotKnown() {
		GetUpdates method = GetUpdates.builder().allowedUpdates(List.of("message", "future_kind")).build();
		assertThat(method.allowedUpdates()).containsExactly("message", "future_kind");
	}

	@Test
	void takesValueOfEnumerationThatIsNotKnown() {
		SendMessage.Builder method = SendMessage.of(5, "Hi").toBuilder();
		assertThat(method.parseMode(new ParseMode("MarkdownV3")).build().parseMode()).hasToString("MarkdownV3");
	}

	/**
	 * Markup is not counted, and only the server knows what of a text is markup.
	 */
	@Test
	void doesNotGuessLengthWithoutMarkup() {
		assertThat(SendMessage.of(5, "<b>x</b>".repeat(4000)).text()).hasSize(32000);
		assertThat(InputTextMessageContent.of("<b>x</b>".repeat(4000)).messageText()).hasSize(32000);
		assertThatIllegalArgumentException().isThrownBy(() -> SendMessage.of(5, ""))
			.withMessage("SendMessage: 'text' has 0 characters, but Telegram takes at least 1");
	}

	/**
	 * A server of one's own takes more than Telegram's.
	 */
	@Test
	void takesWhatLocalServerTakes() {
		SetWebhook.Builder method = SetWebhook.of("https://example.org/").toBuilder();
		assertThat(method.maxConnections(100_000).build().maxConnections()).isEqualTo(100_000);
		assertThatIllegalArgumentException().isThrownBy(() -> method.maxConnections(0).build())
			.withMessage("SetWebhook: 'maxConnections' is 0, but Telegram takes at least 1");
	}

	@Test
	void needsOneWayToSayWhichMessage() {
		EditMessageText.Builder method = EditMessageText.builder().text("Hi").chatId(5);
		assertThatIllegalStateException().isThrownBy(method::build)
			.withMessage("EditMessageText needs 'chatId' and 'messageId', or 'inlineMessageId'");
		assertThat(method.messageId(7).build().messageId()).isEqualTo(7);
		assertThat(EditMessageText.builder().inlineMessageId("7").text("Hi").build().chatId()).isNull();
		assertThatIllegalStateException().isThrownBy(() -> method.text((String) null).build())
			.withMessage("EditMessageText needs 'text' or 'richMessage'");
		assertThatIllegalStateException().isThrownBy(() -> SendGift.builder().giftId("g").build())
			.withMessage("SendGift needs 'userId' or 'chatId'");
	}

	@Test
	void buttonDoesExactlyOneThing() {
		InlineKeyboardButton.Builder button = InlineKeyboardButton.builder().text("Lane 1");
		assertThatIllegalStateException().isThrownBy(button::build)
			.withMessageStartingWith("InlineKeyboardButton needs one of 'url', 'callbackData', 'webApp', ");
		button.url("https://example.org/").callbackData("1");
		assertThatIllegalStateException().isThrownBy(button::build)
			.withMessage("InlineKeyboardButton takes only one of 'url' and 'callbackData'");
		assertThat(button.url(null).pay(false).build().callbackData()).isEqualTo("1");
	}

	@Test
	void keyOfKeyboardDoesAtMostOneThing() {
		assertThat(KeyboardButton.of("Lane 1").text()).isEqualTo("Lane 1");
		KeyboardButton.Builder button = KeyboardButton.builder().text("Where?").requestContact(true);
		assertThat(button.requestLocation(false).build().requestContact()).isTrue();
		assertThatIllegalStateException().isThrownBy(() -> button.requestLocation(true).build())
			.withMessage("KeyboardButton takes only one of 'requestContact' and 'requestLocation'");
	}

	@Test
	void parametersExcludeEachOther() {
		SendPoll.Builder poll = SendPoll.of(5, "Well?", List.of(InputPollOption.of("Yes"))).toBuilder();
		assertThatIllegalStateException().isThrownBy(() -> poll.openPeriod(60).closeDate(Instant.EPOCH).build())
			.withMessage("SendPoll takes only one of 'openPeriod' and 'closeDate'");
		CreateChatInviteLink.Builder link = CreateChatInviteLink.of(5).toBuilder().memberLimit(2);
		assertThat(link.createsJoinRequest(false).build().memberLimit()).isEqualTo(2);
		assertThatIllegalStateException().isThrownBy(() -> link.createsJoinRequest(true).build())
			.withMessage("CreateChatInviteLink takes only one of 'memberLimit' and 'createsJoinRequest'");
	}

	@Test
	void toleratesWhatIsRead() {
		String json = "{\"update_id\":1,\"message\":{\"chat\":{},\"dice\":{\"value\":65}},\"poll\":{\"question\":\"\"}}";
		Update update = BotApiJson.mapper().readValue(json, Update.class);
		assertThat(update.message().dice().value()).isEqualTo(65);
		assertThat(update.poll().question()).isEmpty();
		assertThatIllegalStateException().isThrownBy(() -> update.toBuilder().build())
			.withMessage("Update takes only one of 'message' and 'poll'");
	}

}
