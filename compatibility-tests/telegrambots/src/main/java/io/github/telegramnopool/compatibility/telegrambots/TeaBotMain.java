// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility.telegrambots;

import java.net.URI;

import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Starts {@link TeaBot} against the simulator.
 */
final class TeaBotMain {

	private TeaBotMain() {
	}

	/**
	 * Run until the test ends.
	 * @param arguments where Telegram is, and the token
	 * @throws TelegramApiException if the bot cannot be started
	 */
	public static void main(String[] arguments) throws TelegramApiException {
		ProcessHandle.current().parent().ifPresent((test) -> test.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
		URI telegram = URI.create(arguments[0]);
		TelegramUrl url = TelegramUrl.builder()
			.schema(telegram.getScheme())
			.host(telegram.getHost())
			.port(telegram.getPort())
			.build();
		// Its threads keep the process alive
		new TelegramBotsLongPollingApplication().registerBot(arguments[1], () -> url, new DefaultGetUpdatesGenerator(),
				new TeaBot(new OkHttpTelegramClient(arguments[1], url)));
	}

}
