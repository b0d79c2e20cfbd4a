// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.smoke.echo;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.event.EventListener;

/**
 * A bot and nothing else.
 */
@SpringBootApplication
public class Application {

	public static void main(String[] args) {
		SpringApplication.run(Application.class, args);
	}

	@EventListener
	SendMessage echo(MessageEvent event) {
		return SendMessage.of(event.message().chat().id(), "You said: " + event.message().text());
	}

}
