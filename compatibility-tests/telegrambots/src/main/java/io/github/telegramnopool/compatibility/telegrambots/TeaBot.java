// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility.telegrambots;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.LongPollingSingleThreadUpdateConsumer;
import org.telegram.telegrambots.longpolling.util.TelegramOkHttpClientFactory.SocksProxyOkHttpClientCreator;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The bot of the migration guide, before.
 */
class TeaBot implements LongPollingSingleThreadUpdateConsumer {

	private final TelegramClient client;

	TeaBot(TelegramClient client) {
		this.client = client;
	}

	public static void main(String[] args) throws TelegramApiException {
		Supplier<Proxy> proxy = () -> new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", 7890));
		String token = System.getenv("TELEGRAM_BOT_TOKEN");
		OkHttpClient sends = new OkHttpClient.Builder().proxy(proxy.get()).build();
		new TelegramBotsLongPollingApplication(ObjectMapper::new, new SocksProxyOkHttpClientCreator(proxy))
			.registerBot(token, new TeaBot(new OkHttpTelegramClient(sends, token)));
	}

	@Override
	public void consume(Update update) {
		try {
			if (update.hasCallbackQuery()) {
				serve(update.getCallbackQuery());
			}
			else if (update.hasMessage() && update.getMessage().hasText()) {
				answer(update.getMessage());
			}
		}
		catch (TelegramApiException ex) {
			ex.printStackTrace();
		}
	}

	private void answer(Message message) throws TelegramApiException {
		SendMessage.SendMessageBuilder<?, ?> answer = SendMessage.builder().chatId(message.getChatId());
		if (message.getText().equals("/start")) {
			answer.text("Tea or coffee?")
				.replyMarkup(InlineKeyboardMarkup.builder()
					.keyboardRow(new InlineKeyboardRow(button("Tea", "tea"), button("Coffee", "coffee")))
					.build());
		}
		else {
			answer.text("You said: " + message.getText());
		}
		this.client.execute(answer.build());
	}

	private void serve(CallbackQuery query) throws TelegramApiException {
		this.client.execute(AnswerCallbackQuery.builder().callbackQueryId(query.getId()).build());
		this.client.execute(EditMessageText.builder()
			.chatId(query.getMessage().getChatId())
			.messageId(query.getMessage().getMessageId())
			.text("Here is your " + query.getData())
			.build());
	}

	private static InlineKeyboardButton button(String text, String data) {
		return InlineKeyboardButton.builder().text(text).callbackData(data).build();
	}

}
