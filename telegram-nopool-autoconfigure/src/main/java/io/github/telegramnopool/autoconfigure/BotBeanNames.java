// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import org.springframework.util.StringUtils;

/**
 * Names of the beans of a bot: those of the default bot with the bot's name in front, as
 * {@code salesTelegramBotApi} or, of {@code night-shift},
 * {@code nightShiftTelegramBotApi}.
 */
final class BotBeanNames {

	private final String prefix;

	BotBeanNames(String bot) {
		StringBuilder prefix = new StringBuilder();
		for (String word : bot.split("[-_]+")) {
			prefix.append(prefix.isEmpty() ? StringUtils.uncapitalize(word) : StringUtils.capitalize(word));
		}
		this.prefix = prefix.toString();
	}

	String bot() {
		return this.prefix + "TelegramBot";
	}

	String api() {
		return this.prefix + "TelegramBotApi";
	}

	String blockingApi() {
		return this.prefix + "BlockingTelegramBotApi";
	}

	String doctor() {
		return this.prefix + "TelegramDoctor";
	}

	String poller() {
		return this.prefix + "TelegramUpdatePoller";
	}

}
