// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes everything on and closes connections on which the server says nothing for some
 * time, as many a firewall does.
 */
final class IdleCutter implements AutoCloseable {

	private final ServerSocket listener;

	private final int target;

	private final Duration idle;

	private final AtomicInteger cuts = new AtomicInteger();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	IdleCutter(int target, Duration idle) {
		this.target = target;
		this.idle = idle;
		try {
			this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.threads.execute(this::accept);
	}

	int port() {
		return this.listener.getLocalPort();
	}

	/**
	 * Number of connections that were cut.
	 */
	int cuts() {
		return this.cuts.get();
	}

	private void accept() {
		while (!this.listener.isClosed()) {
			try {
				Socket client = this.listener.accept();
				this.threads.execute(() -> serve(client));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket client) {
		try (client; Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target)) {
			this.threads.execute(() -> pass(client, server));
			server.setSoTimeout((int) this.idle.toMillis());
			pass(server, client);
		}
		catch (IOException ex) {
			// One of the two is gone
		}
	}

	private void pass(Socket from, Socket to) {
		try {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] bytes = new byte[8192];
			int count = in.read(bytes);
			while (count >= 0) {
				out.write(bytes, 0, count);
				out.flush();
				count = in.read(bytes);
			}
		}
		catch (SocketTimeoutException ex) {
			this.cuts.incrementAndGet();
		}
		catch (IOException ex) {
			// One of the two is gone
		}
	}

	@Override
	public void close() {
		try {
			this.listener.close();
		}
		catch (IOException ex) {
			// It is gone already
		}
		this.threads.shutdownNow();
	}

}
