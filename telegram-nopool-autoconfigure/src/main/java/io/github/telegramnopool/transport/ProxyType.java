// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Protocol spoken to a proxy.
 *
 * @since 0.1.0
 */
public enum ProxyType {

	/**
	 * HTTP CONNECT.
	 */
	HTTP,

	/**
	 * SOCKS 4a, by which the proxy resolves the name of the Bot API's host.
	 */
	SOCKS4,

	/**
	 * SOCKS 5, by which the proxy resolves the name of the Bot API's host.
	 */
	SOCKS5;

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+.-]{1,12}");

	/**
	 * Read a type as it is written in a URL or a property.
	 * @param name the name, in any case
	 * @return the type
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public static ProxyType of(String name) {
		return switch (name.toLowerCase(Locale.ROOT)) {
			case "http" -> HTTP;
			case "socks4", "socks4a" -> SOCKS4;
			case "socks5", "socks5h" -> SOCKS5;
			case "https" ->
				throw new IllegalArgumentException("a proxy that is itself reached by TLS (https) is not supported. "
						+ "Most proxies that are called HTTPS proxies are reached by http");
			default -> throw new IllegalArgumentException(
					"the type '" + told(name) + "' is unknown, use http, socks4, socks5 or socks5h");
		};
	}

	/**
	 * What is no name may be a whole URL, with a password.
	 */
	private static String told(String name) {
		return NAME.matcher(name).matches() ? name : "******";
	}

}
