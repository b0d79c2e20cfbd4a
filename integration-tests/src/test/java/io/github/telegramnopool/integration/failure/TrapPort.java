// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port that nobody should connect to.
 */
final class TrapPort implements AutoCloseable {

	private final ServerSocket server;

	private final AtomicInteger connections = new AtomicInteger();

	/**
	 * Set the trap.
	 * @param port the port, 0 for any
	 */
	TrapPort(String address, int port) throws IOException {
		this.server = new ServerSocket(port, 50, InetAddress.getByName(address));
		Thread thread = new Thread(this::accept, "trap");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		try {
			while (true) {
				this.server.accept().close();
				this.connections.incrementAndGet();
			}
		}
		catch (IOException ex) {
			// The trap is closed
		}
	}

	int port() {
		return this.server.getLocalPort();
	}

	int connections() {
		return this.connections.get();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
