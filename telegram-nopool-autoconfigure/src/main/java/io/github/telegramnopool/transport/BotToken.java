// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.regex.Pattern;

/**
 * A bot's token. Its text form never shows the secret.
 *
 * @since 0.1.0
 */
public final class BotToken {

	private static final Pattern SHAPE = Pattern.compile("\\d{1,16}:[A-Za-z0-9_-]{24,80}");

	private final String value;

	private BotToken(String value) {
		this.value = value;
	}

	/**
	 * Check the shape of a token.
	 * @param value the token, as BotFather gave it
	 * @return the token
	 * @throws IllegalArgumentException if the value does not look like a token; the
	 * message does not repeat it
	 */
	public static BotToken of(String value) {
		if (!SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException(
					"The token does not have the form <digits>:<at least 24 letters, digits, '_' or '-'>");
		}
		return new BotToken(value);
	}

	/**
	 * Identifier of the bot, the public half of the token.
	 * @return the bot's user id
	 */
	public long botId() {
		return Long.parseLong(this.value.substring(0, this.value.indexOf(':')));
	}

	String value() {
		return this.value;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof BotToken token && this.value.equals(token.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public String toString() {
		return botId() + ":******";
	}

}
