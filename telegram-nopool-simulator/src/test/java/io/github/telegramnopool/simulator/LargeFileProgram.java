// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;

/**
 * Uploads and downloads 200 MB, in a virtual machine of its own that has less memory.
 */
final class LargeFileProgram {

	private static final int MEGABYTES = 200;

	private LargeFileProgram() {
	}

	public static void main(String[] args) throws Exception {
		try (TelegramSimulator simulator = TelegramSimulator.builder()
			.maxUpload(MEGABYTES * 1024L * 1024)
			.maxDownload(Long.MAX_VALUE)
			.build()
			.start()) {
			String sent = upload(simulator.port());
			StoredFile file = simulator.bot(42).storedFiles().get(0);
			check("stored", sent, file.sha256());
			check("downloaded", sent, download(simulator.port(), file));
			System.out.println("same " + file.size());
		}
	}

	private static String upload(int port) throws Exception {
		String head = "--b\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.bin\"\r\n\r\n";
		String tail = "\r\n--b--\r\n";
		long length = head.length() + MEGABYTES * 1024L * 1024 + tail.length();
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		try (Socket socket = new Socket("127.0.0.1", port)) {
			OutputStream out = socket.getOutputStream();
			out.write(ascii("POST /bot42:" + BotCalls.SECRET + "/sendDocument?chat_id=7 HTTP/1.1\r\nHost: x\r\n"
					+ "Connection: close\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: " + length
					+ "\r\n\r\n" + head));
			Random random = new Random(1);
			byte[] block = new byte[1024 * 1024];
			for (int i = 0; i < MEGABYTES; i++) {
				random.nextBytes(block);
				digest.update(block);
				out.write(block);
			}
			out.write(ascii(tail));
			check("answer", "HTTP/1.1 200",
					new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static String download(int port, StoredFile file) throws Exception {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		try (Socket socket = new Socket("127.0.0.1", port)) {
			socket.getOutputStream()
				.write(ascii(
						"GET /file/bot42:" + BotCalls.SECRET + "/" + file.path() + " HTTP/1.1\r\nHost: x\r\n\r\n"));
			InputStream in = socket.getInputStream();
			StringBuilder head = new StringBuilder();
			while (head.indexOf("\r\n\r\n") < 0) {
				head.append((char) in.read());
			}
			check("head", "true", String.valueOf(head.toString().contains("content-length: " + file.size())));
			try (DigestInputStream content = new DigestInputStream(in, digest)) {
				long left = file.size();
				byte[] block = new byte[64 * 1024];
				while (left > 0) {
					left -= content.read(block, 0, (int) Math.min(block.length, left));
				}
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static void check(String what, String expected, String actual) {
		if (!expected.equals(actual)) {
			throw new IllegalStateException(what + ": expected " + expected + ", but was " + actual);
		}
	}

}
