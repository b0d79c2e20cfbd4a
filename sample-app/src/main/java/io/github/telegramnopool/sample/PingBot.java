// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.dispatch.OnCommand;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Tells how Telegram is reached, and how long each phase of a fresh connection takes.
 */
@Component
class PingBot {

	private final TelegramDoctor doctor;

	PingBot(TelegramDoctor doctor) {
		this.doctor = doctor;
	}

	@OnCommand("ping")
	Mono<SendMessage> ping(CommandEvent command) {
		return this.doctor.examine()
			.map((diagnosis) -> SendMessage.of(command.message().chat().id(), diagnosis.toString()));
	}

}
