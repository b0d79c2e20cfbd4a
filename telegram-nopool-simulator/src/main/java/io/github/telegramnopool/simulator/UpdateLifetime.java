package io.github.telegramnopool.simulator;

import java.time.Duration;

/**
 * How long an update waits before it is forgotten ({@code Client::add_update_impl}).
 * <p>
 * The official server counts a message's day from its date. Here every update counts from
 * its creation, since tests push messages with a fixed date.
 */
final class UpdateLifetime {

	private UpdateLifetime() {
	}

	static Duration of(String kind) {
		return switch (kind) {
			case "inline_query" -> Duration.ofSeconds(30);
			case "callback_query", "shipping_query", "pre_checkout_query" -> Duration.ofSeconds(150);
			case "chosen_inline_result" -> Duration.ofSeconds(600);
			default -> Duration.ofDays(1);
		};
	}

}
