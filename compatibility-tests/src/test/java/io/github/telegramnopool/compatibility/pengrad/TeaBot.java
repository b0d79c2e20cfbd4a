// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility.pengrad;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.UpdatesListener;
import com.pengrad.telegrambot.model.CallbackQuery;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.request.SendMessage;
import okhttp3.OkHttpClient;

/**
 * The bot of the migration guide, before.
 */
class TeaBot {

	private final TelegramBot bot;

	TeaBot(TelegramBot bot) {
		this.bot = bot;
	}

	public static void main(String[] args) {
		OkHttpClient client = new OkHttpClient.Builder()
			.proxy(new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", 7890)))
			.build();
		String token = System.getenv("TELEGRAM_BOT_TOKEN");
		new TeaBot(new TelegramBot.Builder(token).okHttpClient(client).build()).listen();
	}

	void listen() {
		this.bot.setUpdatesListener(this::hear, Throwable::printStackTrace, new GetUpdates().timeout(30));
	}

	private int hear(List<Update> updates) {
		updates.forEach(this::hear);
		return UpdatesListener.CONFIRMED_UPDATES_ALL;
	}

	private void hear(Update update) {
		if (update.callbackQuery() != null) {
			serve(update.callbackQuery());
		}
		else if (update.message() != null && update.message().text() != null) {
			answer(update.message());
		}
	}

	private void answer(Message message) {
		long chat = message.chat().id();
		if (message.text().equals("/start")) {
			this.bot.execute(new SendMessage(chat, "Tea or coffee?")
				.replyMarkup(new InlineKeyboardMarkup(new InlineKeyboardButton("Tea").callbackData("tea"),
						new InlineKeyboardButton("Coffee").callbackData("coffee"))));
		}
		else {
			this.bot.execute(new SendMessage(chat, "You said: " + message.text()));
		}
	}

	private void serve(CallbackQuery query) {
		this.bot.execute(new AnswerCallbackQuery(query.id()));
		this.bot.execute(new EditMessageText(query.maybeInaccessibleMessage().chat().id(),
				query.maybeInaccessibleMessage().messageId(), "Here is your " + query.data()));
	}

}
