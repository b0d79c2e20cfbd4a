// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

/**
 * Escapes what is put into a text with {@code parse_mode} MarkdownV2.
 *
 * @see <a href="https://core.telegram.org/bots/api#markdownv2-style">MarkdownV2</a>
 * @since 0.1.0
 */
public final class MarkdownV2 {

	private static final String TEXT = "\\_*[]()~`>#+-=|{}.!";

	private static final String CODE = "\\`";

	private static final String LINK = "\\)";

	private MarkdownV2() {
	}

	/**
	 * Escape a text.
	 * @param text the text
	 * @return the text with all 18 reserved characters and the backslash escaped
	 */
	public static String escape(String text) {
		return escape(text, TEXT);
	}

	/**
	 * Escape what stands in {@code `code`} or in a block of code.
	 * @param code the text
	 * @return the text with the backtick and the backslash escaped
	 */
	public static String escapeCode(String code) {
		return escape(code, CODE);
	}

	/**
	 * Escape what stands in the parentheses of a link or a custom emoji.
	 * @param url the URL
	 * @return the URL with the closing parenthesis and the backslash escaped
	 */
	public static String escapeLink(String url) {
		return escape(url, LINK);
	}

	private static String escape(String text, String reserved) {
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (reserved.indexOf(character) >= 0) {
				escaped.append('\\');
			}
			escaped.append(character);
		}
		return escaped.toString();
	}

}
