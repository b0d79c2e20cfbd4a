// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.io.IOException;

import io.github.telegramnopool.simulator.RawConnection;

/**
 * Plays a client of the proxy, byte by byte.
 */
final class ProxyCalls {

	static final String NO_AUTH = "\u0005\u0001\u0000";

	private final FaultProxy proxy;

	ProxyCalls(FaultProxy proxy) {
		this.proxy = proxy;
	}

	RawConnection open() throws IOException {
		return RawConnection.to(this.proxy.port());
	}

	/**
	 * Ask for a tunnel to {@code echo.test} by HTTP.
	 */
	RawConnection tunnel() throws IOException {
		RawConnection connection = open().write("CONNECT echo.test:443 HTTP/1.1\r\nHost: echo.test:443\r\n\r\n");
		connection.readHead();
		return connection;
	}

	String connect(String authority, String headers) throws IOException {
		try (RawConnection connection = open()) {
			return connection
				.write("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n" + headers + "\r\n")
				.readHead();
		}
	}

	static String name(String host, int port) {
		return "\u0005\u0001\u0000\u0003" + (char) host.length() + host + (char) (port >> 8) + (char) (port & 255);
	}

	static String login(String username, String password) {
		return "\u0001" + (char) username.length() + username + (char) password.length() + password;
	}

}
