// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.Document;
import io.github.telegramnopool.api.model.File;
import io.github.telegramnopool.autoconfigure.TelegramProperties;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.transport.TelegramHttpClientCustomizer;
import io.netty.handler.logging.LogLevel;
import reactor.netty.transport.logging.AdvancedByteBufFormat;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * A bot, to be run in a JVM of its own, that prints all it can get hold of, with every
 * logger at TRACE.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TroubledApplication {

	private final BlockingTelegramBotApi api;

	private final ApplicationContext context;

	TroubledApplication(BlockingTelegramBotApi api, ApplicationContext context) {
		this.api = api;
		this.context = context;
	}

	@Bean
	static TelegramHttpClientCustomizer wiretap() {
		return (client) -> client.wiretap("wire", LogLevel.INFO, AdvancedByteBufFormat.TEXTUAL);
	}

	@EventListener
	void on(MessageEvent event) {
		String text = String.valueOf(event.message().text());
		if (text.startsWith("leak ")) {
			// Shows that a leak would be found
			System.out.println(text.substring("leak ".length()));
		}
		try {
			if (text.startsWith("files")) {
				transfer(event.message().chat().id());
			}
			this.api.sendMessage(SendMessage.of(event.message().chat().id(), "Answer to " + text));
			System.out.println("outcome of " + text + ": sent");
		}
		catch (RuntimeException ex) {
			StringWriter trace = new StringWriter();
			ex.printStackTrace(new PrintWriter(trace, true));
			System.out.println("outcome of " + text + ": " + trace);
		}
		for (String name : this.context.getBeanDefinitionNames()) {
			if (name.toLowerCase(Locale.ROOT).contains("telegram")) {
				System.out.println(this.context.getBean(name));
			}
		}
		System.out.println(this.context.getBean(TelegramProperties.class).getProxy());
		System.out.println(this.context.getBean(UpdatePoller.class).status());
	}

	/**
	 * Send a file, fetch it, and fetch one that is not there.
	 */
	private void transfer(long chat) {
		InputFile file = InputFile.of("content".getBytes(StandardCharsets.UTF_8), "a.txt");
		Document document = this.api.sendDocument(SendDocument.of(chat, file)).document();
		try {
			Path saved = this.api.download(document.fileId(), Files.createTempFile("troubled", ".txt"));
			System.out.println("transferred " + Files.size(saved) + " bytes");
			Files.delete(saved);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.api.download(File.builder().fileId("x").fileUniqueId("x").filePath("no/such file").build(), Path.of("x"));
	}

	public static void main(String[] args) {
		new SpringApplicationBuilder(TroubledApplication.class).web(WebApplicationType.NONE).run(args);
	}

}
