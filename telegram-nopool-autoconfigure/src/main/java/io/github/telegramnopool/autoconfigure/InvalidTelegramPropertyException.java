// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * A property that can't be used. The message never repeats a secret.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class InvalidTelegramPropertyException extends RuntimeException {

	private final @Nullable String bot;

	private final String property;

	private final String reason;

	private final String action;

	InvalidTelegramPropertyException(String property, String reason, String action) {
		this(null, property, reason, action);
	}

	InvalidTelegramPropertyException(@Nullable String bot, String property, String reason, String action) {
		super("%s. %s".formatted(description(bot, property, reason), action));
		this.bot = bot;
		this.property = property;
		this.reason = reason;
		this.action = action;
	}

	/**
	 * Property.
	 * @return the name of the property
	 */
	public String property() {
		return this.property;
	}

	/**
	 * What is wrong, without what to do about it.
	 */
	String description() {
		return description(this.bot, this.property, this.reason);
	}

	private static String description(@Nullable String bot, String property, String reason) {
		String owner = (bot != null) ? " of Telegram bot '" + bot + "'" : "";
		return "The property '%s'%s can't be used: %s".formatted(property, owner, reason);
	}

	String reason() {
		return this.reason;
	}

	String action() {
		return this.action;
	}

}
