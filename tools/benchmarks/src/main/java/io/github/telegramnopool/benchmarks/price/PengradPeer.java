// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

import com.pengrad.telegrambot.Callback;
import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.UpdatesListener;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.response.SendResponse;
import io.github.telegramnopool.benchmarks.peer.Peer;
import io.github.telegramnopool.benchmarks.peer.PeerProcess;
import io.github.telegramnopool.benchmarks.peer.PeerSetup;
import okhttp3.OkHttpClient;

/**
 * pengrad's java-telegram-bot-api. As it comes, the library's own HTTP client finds a
 * proxy by the JVM's properties, and its polls do not wait.
 */
public final class PengradPeer implements Peer {

	private final TelegramBot bot;

	private final boolean polls;

	private PengradPeer(PeerSetup setup, LongConsumer listener) {
		TelegramBot.Builder builder = new TelegramBot.Builder(PeerSetup.TOKEN).apiUrl(setup.telegram() + "/bot");
		this.bot = (setup.tuned() ? builder.okHttpClient(tuned(setup)) : builder).build();
		this.polls = setup.polls();
		if (this.polls && setup.tuned()) {
			this.bot.setUpdatesListener((updates) -> hear(updates, listener),
					new GetUpdates().limit(100).timeout(PeerSetup.POLL_SECONDS));
		}
		else if (this.polls) {
			this.bot.setUpdatesListener((updates) -> hear(updates, listener));
		}
	}

	/**
	 * Run until the standard input ends.
	 * @param arguments as {@link PeerProcess} has them
	 * @throws IOException if the input cannot be read
	 */
	public static void main(String[] arguments) throws IOException {
		PeerProcess.run(arguments, PengradPeer::new);
	}

	private static OkHttpClient tuned(PeerSetup setup) {
		return new OkHttpClient.Builder().proxy(setup.javaProxy())
			.connectTimeout(PeerSetup.CONNECT_TIMEOUT)
			.readTimeout(PeerSetup.READ_TIMEOUT)
			.callTimeout(PeerSetup.CALL_TIMEOUT)
			.build();
	}

	private static int hear(List<Update> updates, LongConsumer listener) {
		updates.forEach((update) -> listener.accept(update.updateId()));
		return UpdatesListener.CONFIRMED_UPDATES_ALL;
	}

	@Override
	public void send(long chat, String text) throws IOException {
		SendResponse response = this.bot.execute(new SendMessage(chat, text));
		if (!response.isOk()) {
			throw new IOException(response.description());
		}
	}

	@Override
	public CompletableFuture<?> sendLater(long chat, String text) {
		CompletableFuture<SendResponse> answer = new CompletableFuture<>();
		this.bot.execute(new SendMessage(chat, text), new Callback<>() {

			@Override
			public void onResponse(SendMessage request, SendResponse response) {
				answer.complete(response);
			}

			@Override
			public void onFailure(SendMessage request, IOException ex) {
				answer.completeExceptionally(ex);
			}

		});
		return answer;
	}

	@Override
	public void close() {
		if (this.polls) {
			this.bot.removeGetUpdatesListener();
		}
		this.bot.shutdown();
	}

}
