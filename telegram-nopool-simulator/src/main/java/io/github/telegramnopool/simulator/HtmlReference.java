// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Character references of HTML, of which Telegram knows four by name
 * ({@code decode_html_entity}). What is none stands for itself.
 */
final class HtmlReference {

	private static final Pattern REFERENCE = Pattern.compile("&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([A-Za-z]+));?");

	private static final Map<String, Integer> NAMES = Map.of("lt", (int) '<', "gt", (int) '>', "amp", (int) '&', "quot",
			(int) '"');

	private HtmlReference() {
	}

	/**
	 * Take over what stands behind the ampersand at which the reader is.
	 */
	static void copy(MarkupReader reader, StringBuilder target) {
		Matcher matcher = reader.matcher(REFERENCE);
		int code = matcher.lookingAt() ? decode(matcher) : 0;
		if (code > 0 && code < Character.MAX_CODE_POINT) {
			target.appendCodePoint(code);
			reader.at = matcher.end();
		}
		else {
			target.append(reader.peek());
			reader.at++;
		}
	}

	private static int decode(Matcher matcher) {
		if (matcher.group(1) != null) {
			return Integer.parseInt(matcher.group(1), 16);
		}
		return (matcher.group(2) != null) ? Integer.parseInt(matcher.group(2))
				: NAMES.getOrDefault(matcher.group(3), 0);
	}

}
