// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.benchmarks.peer.Peer;
import io.github.telegramnopool.benchmarks.peer.PeerProcess;
import io.github.telegramnopool.benchmarks.peer.PeerSetup;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * telegram-nopool's starter in an application of its own.
 */
public final class NopoolPeer implements Peer {

	private final ConfigurableApplicationContext application;

	private final BlockingTelegramBotApi blocking;

	private final TelegramBotApi api;

	private NopoolPeer(PeerSetup setup, LongConsumer listener) {
		this.application = new SpringApplicationBuilder(Application.class).properties(properties(setup))
			.initializers((context) -> context.getBeanFactory().registerSingleton("listener", listener))
			.run();
		this.blocking = this.application.getBean(BlockingTelegramBotApi.class);
		this.api = this.application.getBean(TelegramBotApi.class);
	}

	/**
	 * Run until the standard input ends.
	 * @param arguments as {@link PeerProcess} has them
	 * @throws IOException if the input cannot be read
	 */
	public static void main(String[] arguments) throws IOException {
		PeerProcess.run(arguments, NopoolPeer::new);
	}

	private static String[] properties(PeerSetup setup) {
		List<String> properties = new ArrayList<>(
				List.of("spring.main.banner-mode=off", "telegram.token=" + PeerSetup.TOKEN,
						"telegram.base-url=" + setup.telegram(), "telegram.polling.enabled=" + setup.polls()));
		if (setup.proxy() != null) {
			properties.add("telegram.proxy.url=" + setup.proxy());
		}
		setup.properties().forEach((name, value) -> properties.add(name + "=" + value));
		return properties.toArray(String[]::new);
	}

	@Override
	public void send(long chat, String text) {
		this.blocking.execute(SendMessage.of(chat, text));
	}

	@Override
	public CompletableFuture<?> sendLater(long chat, String text) {
		return this.api.execute(SendMessage.of(chat, text)).toFuture();
	}

	@Override
	public void close() {
		this.application.close();
	}

	/**
	 * The application.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		private final LongConsumer listener;

		Application(LongConsumer listener) {
			this.listener = listener;
		}

		@EventListener
		void hear(MessageEvent event) {
			this.listener.accept(event.update().updateId());
		}

	}

}
