// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.InetSocketAddress;
import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * A way to the Bot API: through a proxy, or directly.
 *
 * @param proxy the proxy, or {@code null} to connect directly
 * @since 0.1.0
 */
public record Route(@Nullable ProxySettings proxy) {

	private static final String DIRECT = "direct";

	/**
	 * Read a route as it is written in a property.
	 * @param text a proxy's URL, or {@code direct}
	 * @return the route
	 * @throws IllegalArgumentException if there is no such route; the message does not
	 * repeat the text, since it may hold a password
	 */
	public static Route parse(String text) {
		return isDirect(text) ? new Route(null) : new Route(ProxySettings.parse(text));
	}

	/**
	 * Whether a text stands for connections without a proxy.
	 * @param text what is written in a property
	 * @return whether it is {@code direct}, in any case
	 */
	public static boolean isDirect(String text) {
		return DIRECT.equalsIgnoreCase(text.strip());
	}

	boolean isProxied() {
		return this.proxy != null;
	}

	/**
	 * Whom a connection is made to. On the way through a proxy nobody but the proxy
	 * resolves the name of the Bot API's host.
	 */
	InetSocketAddress peer(URI baseUrl) {
		if (this.proxy != null) {
			return InetSocketAddress.createUnresolved(this.proxy.host(), this.proxy.port());
		}
		String host = baseUrl.getHost();
		int port = (baseUrl.getPort() >= 0) ? baseUrl.getPort()
				: "https".equalsIgnoreCase(baseUrl.getScheme()) ? 443 : 80;
		return InetSocketAddress.createUnresolved(host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
				port);
	}

	/**
	 * What to call the route in a message.
	 * @return such as {@code via socks5 proxy 127.0.0.1:1080}, or {@code directly}
	 */
	public String description() {
		return (this.proxy != null) ? "via " + this.proxy.description() : "directly";
	}

	@Override
	public String toString() {
		return description();
	}

}
