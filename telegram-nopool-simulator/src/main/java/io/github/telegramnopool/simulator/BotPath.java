package io.github.telegramnopool.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

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
		boolean test = rest.startsWith("/test") && (rest.length() == 5 || rest.charAt(5) == '/');
		rest = test ? rest.substring(5) : rest;
		return rest.startsWith("/") ? new BotPath(token, test, rest.substring(1)) : null;
	}

	static String decode(String rawPath) {
		try {
			return URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			// The official server leaves a stray percent sign as it is
			return rawPath;
		}
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
