// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Finds ports on which nobody listens.
 */
final class ClosedPort {

	private ClosedPort() {
	}

	static int on(String address) {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
