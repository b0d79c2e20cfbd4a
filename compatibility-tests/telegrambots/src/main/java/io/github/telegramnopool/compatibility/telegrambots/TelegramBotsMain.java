// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility.telegrambots;

import java.net.URI;

import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Starts a bot as TelegramBots' README has it.
 */
final class TelegramBotsMain {

	private TelegramBotsMain() {
	}

	/**
	 * Run until the test ends.
	 * @param arguments where Telegram is, and the token
	 * @throws TelegramApiException if the bot cannot be started
	 */
	public static void main(String[] arguments) throws TelegramApiException {
		ProcessHandle.current().parent().ifPresent((test) -> test.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
		URI telegram = URI.create(arguments[0]);
		String token = arguments[1];
		TelegramUrl url = TelegramUrl.builder()
			.schema(telegram.getScheme())
			.host(telegram.getHost())
			.port(telegram.getPort())
			.build();
		TelegramClient client = new OkHttpTelegramClient(Downloads.from(url), token, url);
		Report.conflicts();
		client.execute(SetMyCommands.builder().command(new BotCommand("start", "Say hello")).build());
		Report.tell("ready", 0, "username", client.execute(GetMe.builder().build()).getUserName());
		// Its threads keep the process alive
		new TelegramBotsLongPollingApplication().registerBot(token, () -> url, new DefaultGetUpdatesGenerator(),
				new Bot(client));
	}

}
