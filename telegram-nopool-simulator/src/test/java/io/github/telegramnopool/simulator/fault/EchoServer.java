// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends back what it receives, and closes behind an exclamation mark.
 */
final class EchoServer implements AutoCloseable {

	private final ServerSocket listener;

	private final AtomicInteger open = new AtomicInteger();

	EchoServer() throws IOException {
		this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		run(this::accept);
	}

	int port() {
		return this.listener.getLocalPort();
	}

	int open() {
		return this.open.get();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
	}

	private void accept() throws IOException {
		while (true) {
			Socket socket = this.listener.accept();
			this.open.incrementAndGet();
			run(() -> echo(socket));
		}
	}

	private void echo(Socket socket) throws IOException {
		try (socket) {
			byte[] buffer = new byte[16 * 1024];
			int count = socket.getInputStream().read(buffer);
			while (count > 0) {
				socket.getOutputStream().write(buffer, 0, count);
				count = (buffer[count - 1] != '!') ? socket.getInputStream().read(buffer) : 0;
			}
		}
		finally {
			this.open.decrementAndGet();
		}
	}

	private static void run(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// The socket was closed
			}
		}, "echo");
		thread.setDaemon(true);
		thread.start();
	}

	private interface Work {

		void run() throws IOException;

	}

}
