// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.dispatch.OnCommand;

import org.springframework.context.event.EventListener;

/**
 * The bot of the README.
 */
public class EchoBot {

	@EventListener
	SendMessage echo(MessageEvent event) {
		return SendMessage.of(event.message().chat().id(), "You said: " + event.message().text());
	}

	@OnCommand("start")
	SendMessage start(CommandEvent command) {
		return SendMessage.of(command.message().chat().id(), "Hello! " + command.argument());
	}

}
