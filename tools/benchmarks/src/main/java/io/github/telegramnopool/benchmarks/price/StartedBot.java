// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.benchmarks.peer.StartedApplication;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * {@link StartedApplication} with a bot.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StartedBot {

	/**
	 * Run until the standard input ends.
	 * @param arguments settings, as {@code --name=value}
	 * @throws Exception if the input cannot be read
	 */
	public static void main(String[] arguments) throws Exception {
		StartedApplication.run(StartedBot.class, arguments);
	}

	@EventListener
	void hear(MessageEvent event) {
		// It is only there to be heard
	}

}
