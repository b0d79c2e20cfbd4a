// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.InetSocketAddress;
import java.time.Duration;

import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.proxy.Socks4ProxyHandler;
import io.netty.handler.proxy.Socks5ProxyHandler;

/**
 * Makes the handler that opens a tunnel. Both ends stay unresolved: the proxy's name is
 * resolved by the {@link AddressBook}, the Bot API's only by the proxy.
 */
final class ProxyTunnel {

	private final ProxySettings proxy;

	private final Duration timeout;

	ProxyTunnel(ProxySettings proxy, Duration timeout) {
		this.proxy = proxy;
		this.timeout = timeout;
	}

	ProxyHandler newHandler() {
		ProxyHandler handler = newHandler(InetSocketAddress.createUnresolved(this.proxy.host(), this.proxy.port()));
		handler.setConnectTimeoutMillis(this.timeout.toMillis());
		return handler;
	}

	private ProxyHandler newHandler(InetSocketAddress address) {
		String username = this.proxy.username();
		String password = this.proxy.password();
		return switch (this.proxy.type()) {
			case HTTP -> new ConnectTunnel(address, username, password);
			case SOCKS4 -> new Socks4ProxyHandler(address, username);
			case SOCKS5 -> new Socks5ProxyHandler(address, username, password);
		};
	}

}
