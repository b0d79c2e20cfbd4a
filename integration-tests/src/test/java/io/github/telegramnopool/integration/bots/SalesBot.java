// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.bots;

import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.dispatch.ForBot;
import io.github.telegramnopool.dispatch.OnCommand;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The listener of {@code docs/several-bots.md}.
 */
@Component
@ForBot("sales")
class SalesBot {

	private final TelegramBotApi support;

	SalesBot(@Qualifier("support") TelegramBotApi support) {
		this.support = support;
	}

	@OnCommand(value = "prices", description = "What things cost")
	SendMessage prices(CommandEvent command) {
		return command.answer("Tea is 3 €, cake is 4 €");
	}

	@OnCommand(value = "complain", description = "Tell those who can help")
	Mono<SendMessage> complain(CommandEvent command) {
		String complaint = "Somebody says: " + command.argument();
		return this.support.sendMessage(SendMessage.of(SupportBot.TEAM, complaint))
			.thenReturn(command.answer("They know now"));
	}

}
