// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.bots;

import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.dispatch.OnCommand;

import org.springframework.stereotype.Component;

/**
 * What the other bot of {@code docs/several-bots.md} says.
 */
@Component
class SupportBot {

	static final long TEAM = 77;

	@OnCommand(value = "help", condition = "#command.bot().name() == 'support'")
	SendMessage help(CommandEvent command) {
		return command.answer("What is the matter?");
	}

}
