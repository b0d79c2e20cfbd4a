// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.sidebyside;

import java.io.IOException;
import java.util.List;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.UpdatesListener;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.request.GetUpdates;
import io.github.telegramnopool.benchmarks.bot.BotSetup;
import io.github.telegramnopool.benchmarks.bot.HeardUpdates;
import okhttp3.OkHttpClient;

/**
 * A bot with pengrad's java-telegram-bot-api. As it comes, the library's own HTTP client
 * finds the proxy by the JVM's properties, and its polls do not wait.
 */
public final class PengradBot {

	private PengradBot() {
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		BotSetup setup = BotSetup.of(args);
		HeardUpdates heard = HeardUpdates.into(setup.heard());
		TelegramBot.Builder bot = new TelegramBot.Builder(setup.token()).apiUrl("https://" + setup.host() + "/bot");
		if (setup.sane()) {
			bot.okHttpClient(sane(setup))
				.build()
				.setUpdatesListener((updates) -> hear(updates, heard),
						new GetUpdates().limit(100).timeout(BotSetup.POLL_SECONDS));
		}
		else {
			System.setProperty("https.proxyHost", "127.0.0.1");
			System.setProperty("https.proxyPort", Integer.toString(setup.proxyPort()));
			bot.build().setUpdatesListener((updates) -> hear(updates, heard));
		}
		Thread.currentThread().join();
	}

	private static OkHttpClient sane(BotSetup setup) {
		return new OkHttpClient.Builder().proxy(setup.proxy())
			.connectTimeout(BotSetup.CONNECT_TIMEOUT)
			.readTimeout(BotSetup.READ_TIMEOUT)
			.callTimeout(BotSetup.CALL_TIMEOUT)
			.build();
	}

	private static int hear(List<Update> updates, HeardUpdates heard) {
		updates.forEach((update) -> heard.add(update.updateId()));
		return UpdatesListener.CONFIRMED_UPDATES_ALL;
	}

}
