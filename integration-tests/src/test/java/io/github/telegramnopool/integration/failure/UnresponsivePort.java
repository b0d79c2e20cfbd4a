// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A port whose queue is full, so that connections to it are neither accepted nor refused,
 * as with an address that leads nowhere.
 */
final class UnresponsivePort implements AutoCloseable {

	private final ServerSocket server = new ServerSocket();

	private final List<Socket> queue = new ArrayList<>();

	UnresponsivePort(String address, int port) throws IOException {
		InetAddress host = InetAddress.getByName(address);
		this.server.bind(new InetSocketAddress(host, port), 1);
		while (takesOneMore()) {
			if (this.queue.size() > 100) {
				throw new IllegalStateException("The queue of " + address + " never fills");
			}
		}
	}

	private boolean takesOneMore() throws IOException {
		Socket socket = new Socket();
		this.queue.add(socket);
		try {
			socket.connect(this.server.getLocalSocketAddress(), 200);
			return true;
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
	}

	@Override
	public void close() throws IOException {
		for (Socket socket : this.queue) {
			socket.close();
		}
		this.server.close();
	}

}
