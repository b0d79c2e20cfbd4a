// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayOutputStream;

/**
 * Undoes percent-encoding as {@code td::url_decode} does: what is no escape stays as it
 * is.
 */
final class Percent {

	private Percent() {
	}

	static String decode(String text) {
		return (text.indexOf('%') < 0) ? text : decode(text, false);
	}

	/**
	 * Decode a part of a form, in which a plus stands for a blank.
	 */
	static String decodeForm(String text) {
		return (text.indexOf('%') < 0 && text.indexOf('+') < 0) ? text : decode(text, true);
	}

	private static String decode(String text, boolean plus) {
		byte[] bytes = text.getBytes(Json.CHARSET);
		ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
		for (int i = 0; i < bytes.length; i++) {
			int escaped = (bytes[i] == '%' && i + 2 < bytes.length) ? escaped(bytes[i + 1], bytes[i + 2]) : -1;
			if (escaped >= 0) {
				decoded.write(escaped);
				i += 2;
			}
			else {
				decoded.write((plus && bytes[i] == '+') ? ' ' : bytes[i]);
			}
		}
		return decoded.toString(Json.CHARSET);
	}

	private static int escaped(byte high, byte low) {
		int first = Character.digit(high, 16);
		int second = Character.digit(low, 16);
		return (first < 0 || second < 0) ? -1 : first * 16 + second;
	}

}
