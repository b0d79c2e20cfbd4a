// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.migration;

import java.util.List;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.event.CallbackQueryEvent;
import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.keyboard.InlineButtons;
import io.github.telegramnopool.api.keyboard.InlineKeyboard;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.CallbackQuery;
import io.github.telegramnopool.dispatch.OnCommand;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The bot of the migration guides, after.
 */
@Component
class TeaBot {

	@OnCommand("start")
	SendMessage start(CommandEvent command) {
		InlineKeyboard buttons = InlineKeyboard.builder()
			.row(InlineButtons.callback("Tea", "tea"), InlineButtons.callback("Coffee", "coffee"));
		return command.answer("Tea or coffee?", buttons.build());
	}

	@EventListener
	List<BotApiMethod<?>> serve(CallbackQueryEvent event) {
		CallbackQuery query = event.callbackQuery();
		return List.of(query.answer(), query.editText("Here is your " + query.data()));
	}

	@EventListener(condition = "#event.message().text() != null")
	SendMessage echo(MessageEvent event) {
		return event.message().answer("You said: " + event.message().text());
	}

}
