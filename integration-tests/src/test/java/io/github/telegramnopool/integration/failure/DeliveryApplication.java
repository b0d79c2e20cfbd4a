// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.integration.Journal;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/**
 * A bot, to be run in a JVM of its own, that does when it first hears of them what
 * messages tell it to do, and only handles them from then on.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class DeliveryApplication {

	private final Journal journal;

	DeliveryApplication(@Value("${journal}") Path journal) {
		this.journal = new Journal(journal);
	}

	@EventListener
	@Order(1)
	void first(MessageEvent event) {
		String text = String.valueOf(event.message().text());
		boolean known = this.journal.entries("begun").contains(text);
		this.journal.write("begun " + text);
		if (!known && text.startsWith("wait")) {
			this.journal.await(text);
		}
		else if (!known && text.startsWith("exit")) {
			System.exit(3);
		}
		else if (!known && text.startsWith("fill")) {
			fillMemory();
		}
		this.journal.write("first " + text);
	}

	private static void fillMemory() {
		List<byte[]> pieces = new ArrayList<>();
		while (pieces.size() < 1 << 30) {
			pieces.add(new byte[1 << 12]);
		}
	}

	@EventListener
	@Order(2)
	@Nullable SendMessage second(MessageEvent event) {
		String text = String.valueOf(event.message().text());
		boolean known = this.journal.entries("second").contains(text);
		this.journal.write("second " + text);
		if (!known && text.startsWith("between")) {
			this.journal.await(text);
		}
		if (text.startsWith("fail")) {
			throw new IllegalStateException("As told");
		}
		this.journal.write("handled " + text);
		return text.startsWith("reply") ? event.message().answer("Reply") : null;
	}

	@EventListener
	void closed(ContextClosedEvent event) {
		this.journal.write("closing");
	}

	public static void main(String[] args) {
		new SpringApplicationBuilder(DeliveryApplication.class).web(WebApplicationType.NONE).run(args);
	}

}
