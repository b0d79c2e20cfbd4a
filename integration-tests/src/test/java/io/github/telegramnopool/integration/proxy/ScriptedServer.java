// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A TCP server that says to each client what a test wants.
 */
public final class ScriptedServer implements AutoCloseable {

	private final ServerSocket socket;

	private final Script script;

	private final List<Socket> clients = new CopyOnWriteArrayList<>();

	private ScriptedServer(Script script) throws IOException {
		this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		this.script = script;
		newThread(this::accept).start();
	}

	public static ScriptedServer following(Script script) throws IOException {
		return new ScriptedServer(script);
	}

	/**
	 * A server that answers whatever comes first, and then waits for the client to go.
	 */
	public static ScriptedServer answering(String answer) throws IOException {
		return new ScriptedServer((client) -> {
			read(client);
			say(client, answer);
			client.getInputStream().transferTo(OutputStream.nullOutputStream());
		});
	}

	/**
	 * A server that answers whatever comes first, and hangs up.
	 */
	public static ScriptedServer answeringAndClosing(String answer) throws IOException {
		return new ScriptedServer((client) -> {
			read(client);
			say(client, answer);
		});
	}

	/**
	 * Read what the client says at a time.
	 */
	public static String read(Socket client) throws IOException {
		InputStream in = client.getInputStream();
		byte[] bytes = new byte[4096];
		int length = in.read(bytes);
		return new String(bytes, 0, Math.max(length, 0), StandardCharsets.ISO_8859_1);
	}

	/**
	 * Say something, each character as a byte.
	 */
	public static void say(Socket client, String text) throws IOException {
		client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	public String url(String scheme) {
		return scheme + "://127.0.0.1:" + this.socket.getLocalPort();
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.socket.accept();
				this.clients.add(client);
				newThread(() -> serve(client)).start();
			}
		}
		catch (IOException ex) {
			// The server is closed
		}
	}

	private void serve(Socket client) {
		try (client) {
			this.script.serve(client);
		}
		catch (IOException ex) {
			// The client has gone
		}
	}

	private static Thread newThread(Runnable task) {
		Thread thread = new Thread(task, "scripted-server");
		thread.setDaemon(true);
		return thread;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		for (Socket client : this.clients) {
			client.close();
		}
	}

	/**
	 * What to do with a client. Afterwards its connection is closed.
	 */
	@FunctionalInterface
	public interface Script {

		void serve(Socket client) throws IOException;

	}

}
