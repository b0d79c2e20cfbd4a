// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure.slice;

import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.dispatch.OnCommand;

import org.springframework.stereotype.Component;

/**
 * Greets, and remembers nobody.
 */
@Component
class GreetingBot {

	@OnCommand("start")
	SendMessage greet(CommandEvent command) {
		return command.answer("Hello in " + command.message().chat().type());
	}

}
