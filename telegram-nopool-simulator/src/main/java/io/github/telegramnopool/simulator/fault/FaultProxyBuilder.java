// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.net.InetSocketAddress;

import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link FaultProxy}.
 *
 * @since 0.1.0
 */
public final class FaultProxyBuilder {

	private String host = "127.0.0.1";

	private int port;

	private @Nullable ProxyLogin login;

	private @Nullable InetSocketAddress forwardTo;

	FaultProxyBuilder() {
	}

	/**
	 * Address to listen on; 127.0.0.1 by default.
	 * @param host the address or name
	 * @return this builder
	 */
	public FaultProxyBuilder host(String host) {
		this.host = host;
		return this;
	}

	/**
	 * Port to listen on; 0, the default, for any free one.
	 * @param port the port
	 * @return this builder
	 */
	public FaultProxyBuilder port(int port) {
		if (port < 0 || port > 65535) {
			throw new IllegalArgumentException("'port' must be from 0 to 65535, but is " + port);
		}
		this.port = port;
		return this;
	}

	/**
	 * Credentials without which there is no tunnel: Basic, or RFC 1929.
	 * @param username the user
	 * @param password the password
	 * @return this builder
	 */
	public FaultProxyBuilder credentials(String username, String password) {
		this.login = new ProxyLogin(username, password);
		return this;
	}

	/**
	 * Speak no proxy protocol, and take every client to one target.
	 * @param target the target
	 * @return this builder
	 */
	public FaultProxyBuilder forwardTo(InetSocketAddress target) {
		this.forwardTo = target;
		return this;
	}

	/**
	 * Build the proxy. It does not listen yet.
	 * @return the proxy
	 */
	public FaultProxy build() {
		return new FaultProxy(this.host, this.port, this.login, this.forwardTo);
	}

}
