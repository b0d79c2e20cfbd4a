// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

/**
 * Escapes what is put into a text with {@code parse_mode} HTML.
 *
 * @see <a href="https://core.telegram.org/bots/api#html-style">HTML style</a>
 * @since 0.1.0
 */
public final class Html {

	private Html() {
	}

	/**
	 * Escape a text that stands between tags.
	 * @param text the text
	 * @return the text with {@code &}, {@code <} and {@code >} escaped
	 */
	public static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	/**
	 * Escape the value of an attribute that stands in double quotes, such as the URL of a
	 * link.
	 * @param value the value
	 * @return the value with the double quote escaped as well
	 */
	public static String escapeAttribute(String value) {
		return escape(value).replace("\"", "&quot;");
	}

}
