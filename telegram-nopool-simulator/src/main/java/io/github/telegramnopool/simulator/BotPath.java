// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.jspecify.annotations.Nullable;

/**
 * A request target taken apart as {@code HttpConnection::handle} and
 * {@code HttpReader::parse_url} do: the path is percent-decoded before it is looked at.
 *
 * @param token the part between {@code /bot} and the next slash
 * @param test whether {@code /test} follows it
 * @param rest what remains behind the slash: the method, or the path of a file
 */
record BotPath(String token, boolean test, String rest) {

	static @Nullable BotPath parse(String path, String prefix) {
		if (!path.startsWith(prefix)) {
			return null;
		}
		int slash = path.indexOf('/', prefix.length());
		if (slash < 0) {
			return null;
		}
		String token = path.substring(prefix.length(), slash);
		String rest = path.substring(slash);
		boolean test = rest.startsWith("/test");
		rest = test ? rest.substring(5) : rest;
		return rest.startsWith("/") ? new BotPath(token, test, rest.substring(1)) : null;
	}

	/**
	 * The path without the secret, for the history.
	 */
	String masked(String prefix) {
		int colon = this.token.indexOf(':');
		String id = (colon >= 0) ? this.token.substring(0, colon + 1) : "";
		return prefix + id + "***" + (this.test ? "/test/" : "/") + this.rest;
	}

}
