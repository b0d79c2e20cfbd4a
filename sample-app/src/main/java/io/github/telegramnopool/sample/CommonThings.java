// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.event.CallbackQueryEvent;
import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.InlineQueryEvent;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.PreCheckoutQueryEvent;
import io.github.telegramnopool.api.keyboard.InlineButtons;
import io.github.telegramnopool.api.keyboard.InlineKeyboard;
import io.github.telegramnopool.api.method.AnswerCallbackQuery;
import io.github.telegramnopool.api.method.AnswerInlineQuery;
import io.github.telegramnopool.api.method.AnswerPreCheckoutQuery;
import io.github.telegramnopool.api.method.SendInvoice;
import io.github.telegramnopool.api.method.SendMediaGroup;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.method.SendPhoto;
import io.github.telegramnopool.api.method.SendPoll;
import io.github.telegramnopool.api.model.CallbackQuery;
import io.github.telegramnopool.api.model.Currency;
import io.github.telegramnopool.api.model.Document;
import io.github.telegramnopool.api.model.InlineQueryResultArticle;
import io.github.telegramnopool.api.model.InputMediaPhoto;
import io.github.telegramnopool.api.model.InputPollOption;
import io.github.telegramnopool.api.model.InputTextMessageContent;
import io.github.telegramnopool.api.model.LabeledPrice;
import io.github.telegramnopool.api.model.SuccessfulPayment;
import io.github.telegramnopool.api.text.MessageText;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.dispatch.OnCommand;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The ten common things that the README shows.
 */
@Component
class CommonThings {

	private final BlockingTelegramBotApi api;

	private final BotFolder folder;

	CommonThings(BlockingTelegramBotApi api, BotFolder folder) {
		this.api = api;
		this.folder = folder;
	}

	@OnCommand(value = "photo", description = "A photo")
	SendPhoto photo(CommandEvent command) {
		Path picture = this.folder.resolve("dawn.png");
		return command.message().answerPhoto(InputFile.of(picture), "Good morning");
	}

	@OnCommand(value = "album", description = "Two photos in one message")
	SendMediaGroup album(CommandEvent command) {
		return command.message()
			.answerMediaGroup(InputMediaPhoto.of(InputFile.of(this.folder.resolve("dawn.png"))),
					InputMediaPhoto.of(InputFile.of(this.folder.resolve("dusk.png"))));
	}

	@OnCommand(value = "menu", description = "A message with buttons")
	SendMessage menu(CommandEvent command) {
		InlineKeyboard keyboard = InlineKeyboard.builder()
			.row(InlineButtons.callback("Tea", "tea"), InlineButtons.callback("Coffee", "coffee"))
			.row(InlineButtons.callback("What is there to eat?", "eat"));
		return command.answer("What will you have?", keyboard.build());
	}

	@EventListener(condition = "#event.callbackQuery().data() == 'eat'")
	AnswerCallbackQuery eat(CallbackQueryEvent event) {
		return event.callbackQuery().alert("Cake is sold out");
	}

	@EventListener(condition = "#event.callbackQuery().data() != 'eat'")
	List<BotApiMethod<?>> drink(CallbackQueryEvent event) {
		CallbackQuery query = event.callbackQuery();
		return List.of(query.answer(), query.editText("Here is your " + query.data()));
	}

	@OnCommand(value = "poll", description = "A poll")
	SendPoll poll(CommandEvent command) {
		return command.message()
			.answerPoll("Tabs or spaces?", InputPollOption.of("Tabs"), InputPollOption.of("Spaces"));
	}

	@EventListener
	AnswerInlineQuery suggest(InlineQueryEvent event) {
		String words = event.inlineQuery().query();
		return event.inlineQuery()
			.answer(article("shout", words.toUpperCase(Locale.ROOT) + "!"),
					article("whisper", words.toLowerCase(Locale.ROOT) + "..."));
	}

	private static InlineQueryResultArticle article(String id, String text) {
		return InlineQueryResultArticle.of(id, text, InputTextMessageContent.of(text));
	}

	@EventListener
	@Nullable SendMessage download(MessageEvent event) throws IOException {
		Document document = event.message().document();
		if (document == null) {
			return null;
		}
		// Not under the name that the sender gave it, which could lead anywhere
		Path target = this.folder.resolve(document.fileUniqueId());
		Path file = this.api.download(document.fileId(), target);
		return event.message().reply("I have all of its " + Files.size(file) + " bytes");
	}

	@OnCommand(value = "format", description = "Formatted text")
	SendMessage format(CommandEvent command) {
		return command.answer(MessageText.builder()
			.bold("Bold")
			.text(", ")
			.link("linked", "https://core.telegram.org/bots/api")
			.text(", ")
			.code("if (a < b)")
			.text(", and a minute from now: ")
			.dateTime("soon", Instant.now().plusSeconds(60), "r")
			.build());
	}

	@OnCommand(value = "long", description = "A text too long for one message")
	List<SendMessage> tooLong(CommandEvent command) {
		MessageText text = MessageText.builder().bold("All work and no play. ".repeat(400)).build();
		return text.split().stream().map(command::answer).toList();
	}

	@OnCommand(value = "pay", description = "Pay for a cup of tea")
	SendInvoice pay(CommandEvent command) {
		return command.message()
			.answerInvoice("Tea", "A cup, hot and with milk", "tea", Currency.XTR, LabeledPrice.of("Tea", 1));
	}

	@EventListener
	AnswerPreCheckoutQuery approve(PreCheckoutQueryEvent event) {
		return event.preCheckoutQuery().approve();
	}

	@EventListener
	@Nullable SendMessage thank(MessageEvent event) {
		SuccessfulPayment payment = event.message().successfulPayment();
		return (payment != null) ? event.message().answer("Thank you! Your tea is on its way.") : null;
	}

}
