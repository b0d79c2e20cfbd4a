// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.api.model.Update;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Finds the command that a message begins with.
 *
 * @see <a href="https://core.telegram.org/bots/features#commands">Commands</a>
 */
final class Commands {

	private static final Pattern COMMAND = Pattern
		.compile("/(?<command>[A-Za-z0-9_]{1,64})(?:@(?<bot>\\w+))?(?:\\s+(?<argument>.*))?", Pattern.DOTALL);

	private Commands() {
	}

	/**
	 * Find a command.
	 * @return the event or {@code null} if the update is no message with a command, or
	 * one for another bot
	 */
	static @Nullable CommandEvent find(Update update, BotInfo bot) {
		Message message = update.message();
		if (message == null || message.text() == null || !message.text().startsWith("/")) {
			return null;
		}
		Matcher matcher = COMMAND.matcher(message.text());
		if (!matcher.matches() || !isFor(bot, matcher.group("bot"))) {
			return null;
		}
		String argument = matcher.group("argument");
		return new CommandEvent(update, bot, matcher.group("command"), (argument != null) ? argument.strip() : "");
	}

	private static boolean isFor(BotInfo bot, @Nullable String addressee) {
		return addressee == null || addressee.equalsIgnoreCase(bot.username());
	}

	static String normalized(String command) {
		return StringUtils.trimLeadingCharacter(command, '/').toLowerCase(Locale.ROOT);
	}

}
