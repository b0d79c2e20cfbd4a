// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.google.gson.Gson;
import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.TelegramException;
import com.pengrad.telegrambot.UpdatesListener;
import com.pengrad.telegrambot.model.BotCommand;
import com.pengrad.telegrambot.model.CallbackQuery;
import com.pengrad.telegrambot.model.Document;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.MessageEntity;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.GetFile;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SetMyCommands;
import com.pengrad.telegrambot.response.SendResponse;

/**
 * A bot as the README of pengrad's java-telegram-bot-api has it.
 */
final class PengradBot {

	private static final Gson JSON = new Gson();

	private static final PrintStream TEST = new PrintStream(System.out, true, StandardCharsets.UTF_8);

	private final TelegramBot bot;

	private PengradBot(String url, String token) {
		this.bot = new TelegramBot.Builder(token).apiUrl(url + "/bot").fileApiUrl(url + "/file/bot").build();
	}

	public static void main(String[] arguments) throws InterruptedException {
		ProcessHandle.current().parent().ifPresent((test) -> test.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
		new PengradBot(arguments[0], arguments[1]).start();
		Thread.currentThread().join();
	}

	private void start() {
		this.bot.execute(new SetMyCommands(new BotCommand("start", "Say hello")));
		tell("ready", 0, Map.of("username", this.bot.execute(new GetMe()).user().username()));
		this.bot.setUpdatesListener(this::process, this::fail, new GetUpdates().timeout(30));
	}

	private int process(List<Update> updates) {
		updates.forEach(this::hear);
		return UpdatesListener.CONFIRMED_UPDATES_ALL;
	}

	private void fail(TelegramException ex) {
		if (ex.response() != null) {
			tell("conflict", 0, Map.of("code", ex.response().errorCode(), "description", ex.response().description()));
		}
	}

	private void hear(Update update) {
		if (update.callbackQuery() != null) {
			press(update.callbackQuery());
		}
		else if (update.editedMessage() != null) {
			Message message = update.editedMessage();
			tell("edited", message.chat().id(), Map.of("message", message.messageId(), "text", message.text()));
		}
		else if (update.message().document() != null) {
			document(update.message().chat().id(), update.message().document());
		}
		else {
			text(update.message(), update.message().chat().id());
		}
	}

	private void text(Message message, long chat) {
		String text = message.text();
		if (text.startsWith("/start")) {
			start(chat, text.substring("/start".length()).strip(), message.from().firstName());
		}
		else if (text.equals("/wait")) {
			thank(chat);
		}
		else {
			tell("text", chat, Map.of("text", text, "link", link(message)));
		}
	}

	private void start(long chat, String argument, String from) {
		tell("command", chat, Map.of("command", "start", "argument", argument, "from", from));
		Message sent = this.bot.execute(new SendMessage(chat, "Hello, " + from + "!")
			.replyMarkup(new InlineKeyboardMarkup(new InlineKeyboardButton("Yes").callbackData("yes"),
					new InlineKeyboardButton("No").callbackData("no"))))
			.message();
		List<String> buttons = Arrays.stream(sent.replyMarkup().inlineKeyboard())
			.flatMap(Arrays::stream)
			.map(InlineKeyboardButton::text)
			.toList();
		tell("sent", chat, Map.of("message", sent.messageId(), "text", sent.text(), "buttons", buttons));
	}

	private void thank(long chat) {
		SendResponse response = this.bot.execute(new SendMessage(chat, "Thank you for waiting"));
		if (response.isOk()) {
			tell("waited", chat, Map.of("message", response.message().messageId()));
			return;
		}
		int seconds = response.parameters().retryAfter();
		tell("flood", chat,
				Map.of("code", response.errorCode(), "description", response.description(), "retry_after", seconds));
		CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(() -> thank(chat));
	}

	private void press(CallbackQuery query) {
		long chat = query.maybeInaccessibleMessage().chat().id();
		int message = query.maybeInaccessibleMessage().messageId();
		tell("pressed", chat, Map.of("data", query.data(), "message", message, "from", query.from().firstName()));
		this.bot.execute(new AnswerCallbackQuery(query.id()).text("Noted"));
		SendResponse response = (SendResponse) this.bot
			.execute(new EditMessageText(chat, message, "You chose " + query.data()));
		Message changed = response.message();
		tell("changed", chat,
				Map.of("message", changed.messageId(), "text", changed.text(), "edited", changed.editDate() > 0));
	}

	private void document(long chat, Document document) {
		byte[] content = download(document.fileId());
		tell("document", chat,
				Map.of("name", document.fileName(), "size", document.fileSize(), "sha256", sha256(content)));
		Message sent = this.bot
			.execute(new SendDocument(chat, content).fileName("Kopie f\u00fcr Ada.bin").caption("Your file"))
			.message();
		tell("uploaded", chat, Map.of("name", sent.document().fileName(), "size", sent.document().fileSize(), "caption",
				sent.caption()));
	}

	private byte[] download(String id) {
		try {
			return this.bot.getFileContent(this.bot.execute(new GetFile(id)).file());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String link(Message message) {
		return Arrays.stream(message.entities())
			.filter((entity) -> entity.type() == MessageEntity.Type.url)
			.map((entity) -> message.text().substring(entity.offset(), entity.offset() + entity.length()))
			.findFirst()
			.orElseThrow();
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Tell the test what the client made of an update or an answer.
	 */
	private static void tell(String event, long chat, Map<String, ?> fields) {
		Map<String, Object> line = new LinkedHashMap<>(fields);
		line.put("event", event);
		line.put("chat", chat);
		TEST.println(JSON.toJson(line));
	}

}
