// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure.slice;

import java.util.List;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.event.CallbackQueryEvent;
import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.keyboard.InlineButtons;
import io.github.telegramnopool.api.keyboard.InlineKeyboard;
import io.github.telegramnopool.api.keyboard.ReplyKeyboard;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.api.model.ParseMode;
import io.github.telegramnopool.dispatch.OnCommand;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sells drinks.
 */
@Component
class MenuBot {

	@OnCommand("menu")
	SendMessage menu(CommandEvent command) {
		return command.answer("What will you have?",
				InlineKeyboard.builder()
					.row(InlineButtons.callback("Tea", "tea"), InlineButtons.callback("Coffee", "coffee"))
					.build());
	}

	@EventListener
	List<BotApiMethod<?>> serve(CallbackQueryEvent event) {
		return List.of(event.callbackQuery().answer("It is hot"),
				event.callbackQuery().editText("Here is your " + event.callbackQuery().data()));
	}

	@OnCommand("sure")
	SendMessage ask(CommandEvent command) {
		return command.answer("Are you sure?", ReplyKeyboard.builder().row("Yes", "No").build());
	}

	@OnCommand("broken")
	SendMessage fail(CommandEvent command) {
		throw new IllegalStateException("The kettle is broken");
	}

	@OnCommand("refused")
	SendMessage answerNobody(CommandEvent command) {
		return SendMessage.builder()
			.chatId(command.message().chat().id())
			.text("<b>")
			.parseMode(ParseMode.HTML)
			.build();
	}

	@OnCommand("twice")
	List<SendMessage> answerTwice(CommandEvent command) {
		return List.of(command.answer("one"), command.answer("two"));
	}

	@EventListener
	@Nullable SendMessage hear(MessageEvent event) {
		Message message = event.message();
		if (message.photo() != null) {
			return message.answer("A photo: " + message.caption());
		}
		if (message.document() != null) {
			return message.answer("A file: " + message.document().fileName());
		}
		if (message.replyToMessage() != null) {
			return message.answer("To that I say no");
		}
		return "Yes".equals(message.text()) ? message.answer("So be it") : null;
	}

}
