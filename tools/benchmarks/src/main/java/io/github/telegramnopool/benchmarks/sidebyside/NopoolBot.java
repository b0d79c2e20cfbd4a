// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.sidebyside;

import java.io.IOException;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.benchmarks.bot.BotSetup;
import io.github.telegramnopool.benchmarks.bot.HeardUpdates;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * A bot with our starter as it comes.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class NopoolBot {

	private final HeardUpdates heard;

	NopoolBot(HeardUpdates heard) {
		this.heard = heard;
	}

	public static void main(String[] args) throws IOException {
		BotSetup setup = BotSetup.of(args);
		HeardUpdates heard = HeardUpdates.into(setup.heard());
		new SpringApplicationBuilder(NopoolBot.class)
			.properties("telegram.token=" + setup.token(), "telegram.base-url=https://" + setup.host(),
					"telegram.proxy.url=http://127.0.0.1:" + setup.proxyPort(), "spring.main.banner-mode=off")
			.initializers((context) -> context.getBeanFactory().registerSingleton("heard", heard))
			.run();
	}

	@EventListener
	void hear(MessageEvent event) {
		this.heard.add(event.update().updateId());
	}

}
