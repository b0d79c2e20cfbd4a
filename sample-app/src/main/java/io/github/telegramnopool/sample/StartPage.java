// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.net.URI;

import io.github.telegramnopool.simulator.TelegramSimulator;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Leads to the simulator's chat page, if there is a simulator.
 */
@RestController
class StartPage {

	private final ObjectProvider<TelegramSimulator> simulator;

	StartPage(ObjectProvider<TelegramSimulator> simulator) {
		this.simulator = simulator;
	}

	@GetMapping("/")
	Mono<ResponseEntity<String>> page() {
		TelegramSimulator simulator = this.simulator.getIfAvailable();
		return Mono.just((simulator != null) ? redirect(simulator.url())
				: ResponseEntity.ok("The bot is running. Write to it in Telegram."));
	}

	private static ResponseEntity<String> redirect(URI location) {
		return ResponseEntity.status(HttpStatus.FOUND).location(location).build();
	}

}
