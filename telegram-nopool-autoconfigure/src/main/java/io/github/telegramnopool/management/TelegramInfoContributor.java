// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.management;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.telegramnopool.api.BotApiVersion;
import io.github.telegramnopool.api.BotInfo;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/**
 * {@link InfoContributor} that tells who the bots are, as far as Telegram has said so,
 * and which version of the Bot API they speak. Never touches the network.
 *
 * @since 0.1.0
 */
public class TelegramInfoContributor implements InfoContributor {

	private final Supplier<Stream<ManagedBot>> bots;

	/**
	 * Create a contributor.
	 * @param bots tells the bots
	 */
	public TelegramInfoContributor(Supplier<Stream<ManagedBot>> bots) {
		this.bots = bots;
	}

	@Override
	public void contribute(Info.Builder builder) {
		Map<String, Object> bots = new LinkedHashMap<>();
		this.bots.get().forEach((bot) -> {
			BotInfo info = bot.poller().status().bot();
			bots.put(bot.name(), (info != null) ? Map.of("username", info.username(), "id", info.id()) : Map.of());
		});
		builder.withDetail("telegram", Map.of("botApiVersion", BotApiVersion.VERSION, "bots", bots));
	}

}
