// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A connection on which a test writes and reads bytes itself.
 */
public final class RawConnection implements AutoCloseable {

	private final Socket socket;

	public RawConnection(Socket socket) throws IOException {
		this.socket = socket;
		this.socket.setSoTimeout(10_000);
	}

	public static RawConnection to(int port) throws IOException {
		return new RawConnection(new Socket("127.0.0.1", port));
	}

	public Socket socket() {
		return this.socket;
	}

	public RawConnection write(String text) throws IOException {
		this.socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
		this.socket.getOutputStream().flush();
		return this;
	}

	/**
	 * Read until the other side closes.
	 */
	public String readToEnd() throws IOException {
		return new String(this.socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
	}

	/**
	 * Read so many bytes, or fewer if the other side closes before.
	 */
	public String read(int count) throws IOException {
		return new String(this.socket.getInputStream().readNBytes(count), StandardCharsets.ISO_8859_1);
	}

	public int readByte() throws IOException {
		return this.socket.getInputStream().read();
	}

	/**
	 * Read an HTTP head.
	 */
	public String readHead() throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = readByte();
			if (next < 0) {
				break;
			}
			head.append((char) next);
		}
		return head.toString();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
