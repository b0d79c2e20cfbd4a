// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility.telegrambots;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.telegram.telegrambots.longpolling.util.LongPollingSingleThreadUpdateConsumer;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Takes part in the conversation of the tests.
 */
final class Bot implements LongPollingSingleThreadUpdateConsumer {

	private final TelegramClient client;

	Bot(TelegramClient client) {
		this.client = client;
	}

	@Override
	public void consume(Update update) {
		try {
			hear(update);
		}
		catch (TelegramApiException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void hear(Update update) throws TelegramApiException, IOException {
		if (update.hasCallbackQuery()) {
			press(update.getCallbackQuery());
		}
		else if (update.hasEditedMessage()) {
			Message message = update.getEditedMessage();
			Report.tell("edited", message.getChatId(), "message", message.getMessageId(), "text", message.getText());
		}
		else if (update.getMessage().hasDocument()) {
			document(update.getMessage().getChatId(), update.getMessage().getDocument());
		}
		else {
			text(update.getMessage());
		}
	}

	private void text(Message message) throws TelegramApiException {
		long chat = message.getChatId();
		String text = message.getText();
		if (message.isCommand() && text.startsWith("/start")) {
			start(chat, text.substring("/start".length()).strip(), message.getFrom().getFirstName());
		}
		else if (message.isCommand()) {
			thank(chat);
		}
		else {
			List<String> links = message.getEntities()
				.stream()
				.filter((entity) -> entity.getType().equals("url"))
				.map(MessageEntity::getText)
				.toList();
			Report.tell("text", chat, "text", text, "link", links.get(0));
		}
	}

	private void start(long chat, String argument, String from) throws TelegramApiException {
		Report.tell("command", chat, "command", "start", "argument", argument, "from", from);
		Message sent = this.client.execute(SendMessage.builder()
			.chatId(chat)
			.text("Hello, " + from + "!")
			.replyMarkup(InlineKeyboardMarkup.builder()
				.keyboardRow(new InlineKeyboardRow(button("Yes", "yes"), button("No", "no")))
				.build())
			.build());
		List<String> buttons = sent.getReplyMarkup()
			.getKeyboard()
			.stream()
			.flatMap(List::stream)
			.map(InlineKeyboardButton::getText)
			.toList();
		Report.tell("sent", chat, "message", sent.getMessageId(), "text", sent.getText(), "buttons", buttons);
	}

	private static InlineKeyboardButton button(String text, String data) {
		return InlineKeyboardButton.builder().text(text).callbackData(data).build();
	}

	private void thank(long chat) throws TelegramApiException {
		try {
			Message sent = this.client
				.execute(SendMessage.builder().chatId(chat).text("Thank you for waiting").build());
			Report.tell("waited", chat, "message", sent.getMessageId());
		}
		catch (TelegramApiRequestException ex) {
			int seconds = ex.getParameters().getRetryAfter();
			Report.tell("flood", chat, "code", ex.getErrorCode(), "description", ex.getApiResponse(), "retry_after",
					seconds);
			CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(() -> thankAgain(chat));
		}
	}

	private void thankAgain(long chat) {
		try {
			thank(chat);
		}
		catch (TelegramApiException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void press(CallbackQuery query) throws TelegramApiException {
		long chat = query.getMessage().getChatId();
		int message = query.getMessage().getMessageId();
		Report.tell("pressed", chat, "data", query.getData(), "message", message, "from",
				query.getFrom().getFirstName());
		this.client.execute(AnswerCallbackQuery.builder().callbackQueryId(query.getId()).text("Noted").build());
		Message changed = (Message) this.client.execute(
				EditMessageText.builder().chatId(chat).messageId(message).text("You chose " + query.getData()).build());
		Report.tell("changed", chat, "message", changed.getMessageId(), "text", changed.getText(), "edited",
				changed.getEditDate() > 0);
	}

	private void document(long chat, Document document) throws TelegramApiException, IOException {
		byte[] content = download(document.getFileId());
		Report.tell("document", chat, "name", document.getFileName(), "size", document.getFileSize(), "sha256",
				sha256(content));
		Message sent = this.client.execute(SendDocument.builder()
			.chatId(chat)
			.document(new InputFile(new ByteArrayInputStream(content), "Kopie f\u00fcr Ada.bin"))
			.caption("Your file")
			.build());
		Report.tell("uploaded", chat, "name", sent.getDocument().getFileName(), "size",
				sent.getDocument().getFileSize(), "caption", sent.getCaption());
	}

	private byte[] download(String id) throws TelegramApiException, IOException {
		try (InputStream file = this.client
			.downloadFileAsStream(this.client.execute(GetFile.builder().fileId(id).build()))) {
			return file.readAllBytes();
		}
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
