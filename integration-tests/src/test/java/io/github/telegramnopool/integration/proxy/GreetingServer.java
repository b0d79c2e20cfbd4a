// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Greets each client and hangs up: the least that can stand behind a tunnel.
 */
final class GreetingServer implements AutoCloseable {

	static final String GREETING = "hello";

	private final ServerSocket socket;

	private final Thread thread = new Thread(this::greetClients, "greeting-server");

	GreetingServer(String address) throws IOException {
		this.socket = new ServerSocket(0, 50, InetAddress.getByName(address));
		this.thread.start();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	@Override
	public void close() throws Exception {
		this.socket.close();
		this.thread.join();
	}

	private void greetClients() {
		while (!this.socket.isClosed()) {
			try (Socket client = this.socket.accept()) {
				client.getOutputStream().write(GREETING.getBytes(StandardCharsets.US_ASCII));
			}
			catch (IOException ex) {
				// The client has gone, or the server is closed
			}
		}
	}

}
