// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP server on the loopback interface that treats its connections as badly as a test
 * wants.
 */
public final class RawServer implements AutoCloseable {

	private final ServerSocket server;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final AtomicInteger ended = new AtomicInteger();

	private final AtomicInteger reset = new AtomicInteger();

	public RawServer(Behaviour behaviour) throws IOException {
		this(smallBuffer(), behaviour);
	}

	/**
	 * What a client has written is not yet received. Left to itself, Linux lets buffers
	 * grow to many megabytes.
	 */
	private static ServerSocket smallBuffer() throws IOException {
		ServerSocket server = new ServerSocket();
		server.setReceiveBufferSize(1 << 17);
		return server;
	}

	/**
	 * A server on a socket that is not bound yet.
	 */
	public RawServer(ServerSocket server, Behaviour behaviour) throws IOException {
		this.server = server;
		this.server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
		start(() -> accept(behaviour));
	}

	/**
	 * A server that takes everything and never says anything.
	 */
	public static RawServer silent() throws IOException {
		return new RawServer((socket) -> readToTheEnd(socket.getInputStream()));
	}

	private void accept(Behaviour behaviour) {
		try {
			while (true) {
				Socket socket = this.server.accept();
				this.sockets.add(socket);
				start(() -> serve(behaviour, socket));
			}
		}
		catch (IOException ex) {
			// The server is closed
		}
	}

	private void serve(Behaviour behaviour, Socket socket) {
		try (socket) {
			behaviour.serve(socket);
		}
		catch (SocketException ex) {
			this.reset.incrementAndGet();
		}
		catch (IOException ex) {
			// The client is gone
		}
		finally {
			this.ended.incrementAndGet();
		}
	}

	/**
	 * Read the head of an HTTP request.
	 */
	public static String readHead(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		int next = in.read();
		while (next >= 0) {
			head.append((char) next);
			if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
				break;
			}
			next = in.read();
		}
		return head.toString();
	}

	/**
	 * Read a whole HTTP request with a {@code Content-Length}.
	 */
	public static void readRequest(InputStream in) throws IOException {
		String head = readHead(in);
		int at = head.toLowerCase(Locale.ROOT).indexOf("content-length:");
		int length = Integer.parseInt(head.substring(at + 15, head.indexOf('\r', at)).trim());
		in.readNBytes(length);
	}

	public static void readToTheEnd(InputStream in) throws IOException {
		in.transferTo(OutputStream.nullOutputStream());
	}

	public static void write(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
		socket.getOutputStream().flush();
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "raw-server");
		thread.setDaemon(true);
		thread.start();
	}

	public int port() {
		return this.server.getLocalPort();
	}

	public String url() {
		return "http://127.0.0.1:" + port();
	}

	public int accepted() {
		return this.sockets.size();
	}

	/**
	 * Connections whose end the server has seen or caused.
	 */
	public int ended() {
		return this.ended.get();
	}

	/**
	 * Those of them that the client has reset, as far as the server was reading.
	 */
	public int reset() {
		return this.reset.get();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	/**
	 * What to do with a connection, which is closed afterwards.
	 */
	@FunctionalInterface
	public interface Behaviour {

		void serve(Socket socket) throws IOException;

	}

}
