// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.simulator;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Polls over one connection and counts, with as little work as possible.
 */
final class BarePoller implements AutoCloseable {

	private static final String ID = "\"update_id\":";

	private static final String LENGTH = "content-length:";

	private final Socket socket;

	private final InputStream answers;

	private final String path;

	private long offset;

	/**
	 * Connect.
	 * @param port the port on this machine
	 * @param token the bot's token
	 */
	BarePoller(int port, String token) throws IOException {
		this.socket = new Socket("127.0.0.1", port);
		this.socket.setTcpNoDelay(true);
		this.answers = new BufferedInputStream(this.socket.getInputStream(), 1 << 16);
		this.path = "/bot" + token + "/getUpdates?limit=100&timeout=1&offset=";
	}

	/**
	 * Poll once.
	 * @return how many updates came
	 */
	int poll() throws IOException {
		String request = "GET " + this.path + this.offset + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
		this.socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
		byte[] body = this.answers.readNBytes(length());
		String text = new String(body, StandardCharsets.ISO_8859_1);
		int count = 0;
		int last = -1;
		for (int at = text.indexOf(ID); at >= 0; at = text.indexOf(ID, at + ID.length())) {
			count++;
			last = at + ID.length();
		}
		if (last >= 0) {
			this.offset = Long.parseLong(text, last, text.indexOf(',', last), 10) + 1;
		}
		return count;
	}

	private int length() throws IOException {
		int length = -1;
		for (String line = line(); !line.isEmpty(); line = line()) {
			if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
				length = Integer.parseInt(line.substring(LENGTH.length()).trim());
			}
		}
		return length;
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int read = this.answers.read(); read != '\n'; read = this.answers.read()) {
			if (read < 0) {
				throw new EOFException("The simulator has closed the connection");
			}
			if (read != '\r') {
				line.append((char) read);
			}
		}
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
