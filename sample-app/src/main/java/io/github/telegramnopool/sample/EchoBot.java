// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.dispatch.OnCommand;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The bot: what a method returns is sent.
 */
@Component
class EchoBot {

	@EventListener(condition = "#event.message().text() != null")
	SendMessage echo(MessageEvent event) {
		return SendMessage.of(event.message().chat().id(), "You said: " + event.message().text());
	}

	@OnCommand("start")
	SendMessage start(CommandEvent command) {
		return SendMessage.of(command.message().chat().id(), "Hello! Write something, and I'll say it again.");
	}

}
