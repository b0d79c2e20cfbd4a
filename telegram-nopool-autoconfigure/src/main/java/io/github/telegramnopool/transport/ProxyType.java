package io.github.telegramnopool.transport;

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
	SOCKS5

}
