// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Opens tunnels byte by byte, so that a test of a proxy tests nothing but the proxy. It
 * names the target to the proxy and resolves nothing itself.
 */
final class TunnelClient {

	private static final int TIMEOUT_MILLIS = 10_000;

	private final URI proxy;

	TunnelClient(String proxyUrl) {
		this.proxy = URI.create(proxyUrl);
	}

	/**
	 * Read all that a server says through a tunnel, until it hangs up.
	 * @param host the name of the server
	 * @param port the port of the server
	 * @return the bytes as text
	 * @throws TunnelRefusedException if the proxy opens no tunnel
	 */
	String readFrom(String host, int port) throws IOException {
		try (Socket socket = new Socket()) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.connect(new InetSocketAddress(this.proxy.getHost(), this.proxy.getPort()), TIMEOUT_MILLIS);
			if (this.proxy.getScheme().equals("http")) {
				connect(socket, host, port);
			}
			else {
				logIn(socket);
				connectSocks(socket, host, port);
			}
			return text(socket.getInputStream().readAllBytes());
		}
	}

	private void connect(Socket socket, String host, int port) throws IOException {
		StringBuilder request = new StringBuilder(
				"CONNECT %1$s:%2$d HTTP/1.1\r\nHost: %1$s:%2$d\r\n".formatted(host, port));
		String[] login = login();
		if (login != null) {
			String credentials = String.join(":", login);
			request.append("Proxy-Authorization: Basic ")
				.append(Base64.getEncoder().encodeToString(bytes(credentials)))
				.append("\r\n");
		}
		socket.getOutputStream().write(bytes(request.append("\r\n").toString()));
		String answer = readHead(socket.getInputStream());
		if (!answer.startsWith("HTTP/1.1 200")) {
			throw new TunnelRefusedException(answer.lines().findFirst().orElseThrow());
		}
	}

	// RFC 1928, section 3, and RFC 1929
	private void logIn(Socket socket) throws IOException {
		String[] login = login();
		int method = (login != null) ? 2 : 0;
		socket.getOutputStream().write(new byte[] { 5, 1, (byte) method });
		DataInputStream in = new DataInputStream(socket.getInputStream());
		in.readByte();
		int chosen = in.readUnsignedByte();
		if (chosen != method) {
			throw new TunnelRefusedException("method " + chosen);
		}
		if (login != null) {
			ByteArrayOutputStream request = new ByteArrayOutputStream();
			request.write(1);
			for (String value : login) {
				request.write(value.length());
				request.writeBytes(bytes(value));
			}
			socket.getOutputStream().write(request.toByteArray());
			in.readByte();
			int status = in.readUnsignedByte();
			if (status != 0) {
				throw new TunnelRefusedException("login " + status);
			}
		}
	}

	// RFC 1928, sections 4 to 6
	private void connectSocks(Socket socket, String host, int port) throws IOException {
		ByteArrayOutputStream request = new ByteArrayOutputStream();
		request.writeBytes(new byte[] { 5, 1, 0, 3, (byte) host.length() });
		request.writeBytes(bytes(host));
		request.writeBytes(new byte[] { (byte) (port >> 8), (byte) port });
		socket.getOutputStream().write(request.toByteArray());
		byte[] reply = socket.getInputStream().readNBytes(10);
		if (reply.length < 2 || reply[1] != 0) {
			throw new TunnelRefusedException("reply " + ((reply.length < 2) ? "missing" : reply[1]));
		}
	}

	private String @Nullable [] login() {
		String userInfo = this.proxy.getRawUserInfo();
		if (userInfo == null) {
			return null;
		}
		String[] login = userInfo.split(":", 2);
		return new String[] { decode(login[0]), decode(login[1]) };
	}

	private static String decode(String value) {
		return URLDecoder.decode(value, StandardCharsets.UTF_8);
	}

	private static String readHead(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int character = in.read();
			if (character < 0) {
				throw new EOFException("The proxy hung up after '" + head + "'");
			}
			head.append((char) character);
		}
		return head.toString();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.US_ASCII);
	}

	/**
	 * The proxy has answered, and the answer is no.
	 */
	@SuppressWarnings("serial")
	static final class TunnelRefusedException extends IOException {

		TunnelRefusedException(String answer) {
			super(answer);
		}

	}

}
