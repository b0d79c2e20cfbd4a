// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Files pass through a heap that is much smaller than they are.
 */
@Timeout(180)
class LargeFileTests {

	private static final int MB = 1024 * 1024;

	private static final int SIZE = 200 * MB;

	@Test
	void twoHundredMegabytesPassThroughAHeapOfSixtyFour(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("large.bin");
		Path target = directory.resolve("target.bin");
		long checksum = write(file);
		try (LargeFileServer server = new LargeFileServer(file);
				ChildBot bot = ChildBot.run(directory, LargeFileApplication.class,
						RunningBot.settings()
							.with("telegram.base-url", server.url())
							.with("test.file", file)
							.with("test.target", target)
							.properties(),
						"-Xmx64m", "-XX:MaxDirectMemorySize=32m")) {
			await().atMost(Duration.ofSeconds(120)).until(() -> !bot.isAlive());
			assertThat(bot.output()).contains("heap " + 64 * MB);
			assertThat(server.received()).isEqualTo(checksum);
			assertThat(target).hasSize(SIZE);
			assertThat(checksum(Files.newInputStream(target), SIZE)).isEqualTo(checksum);
		}
	}

	private static long write(Path file) throws IOException {
		Random random = new Random(42);
		byte[] piece = new byte[MB];
		try (OutputStream out = Files.newOutputStream(file)) {
			for (int written = 0; written < SIZE; written += MB) {
				random.nextBytes(piece);
				out.write(piece);
			}
		}
		return checksum(Files.newInputStream(file), SIZE);
	}

	private static long checksum(InputStream content, long length) throws IOException {
		CRC32 checksum = new CRC32();
		byte[] piece = new byte[64 * 1024];
		long left = length;
		while (left > 0) {
			int count = content.read(piece, 0, (int) Math.min(piece.length, left));
			if (count < 0) {
				throw new IOException("Only " + (length - left) + " bytes came");
			}
			checksum.update(piece, 0, count);
			left -= count;
		}
		return checksum.getValue();
	}

	/**
	 * Takes one file and gives one out, without having either in memory.
	 */
	private static final class LargeFileServer implements AutoCloseable {

		private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));

		private final Path file;

		private volatile long received;

		LargeFileServer(Path file) throws IOException {
			this.file = file;
			Thread thread = new Thread(this::serve, "large-file-server");
			thread.setDaemon(true);
			thread.start();
		}

		String url() {
			return "http://127.0.0.1:" + this.server.getLocalPort();
		}

		long received() {
			return this.received;
		}

		private void serve() {
			try {
				while (true) {
					try (Socket socket = this.server.accept()) {
						answer(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
					}
				}
			}
			catch (IOException ex) {
				// The server is closed
			}
		}

		private void answer(InputStream in, OutputStream out) throws IOException {
			String head = readUntil(in, "\r\n\r\n");
			if (head.startsWith("POST") && head.contains("/sendDocument ")) {
				readUntil(in, "octet-stream\r\n\r\n");
				this.received = checksum(in, SIZE);
				readUntil(in, "--\r\n");
				write(out,
						"{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":42,\"type\":\"private\"}}}");
			}
			else if (head.startsWith("POST")) {
				readUntil(in, "}");
				write(out, "{\"ok\":true,\"result\":{\"file_id\":\"AgAC\",\"file_unique_id\":\"u\",\"file_path\":\"a\","
						+ "\"file_size\":" + SIZE + "}}");
			}
			else {
				out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + SIZE + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
				Files.copy(this.file, out);
			}
		}

		private static void write(OutputStream out, String json) throws IOException {
			out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + json.length() + "\r\n\r\n" + json)
				.getBytes(StandardCharsets.UTF_8));
		}

		private static String readUntil(InputStream in, String end) throws IOException {
			StringBuilder text = new StringBuilder();
			while (text.indexOf(end, text.length() - end.length()) < 0) {
				int next = in.read();
				if (next < 0) {
					throw new IOException("The request ends with " + text);
				}
				text.append((char) next);
			}
			return text.toString();
		}

		@Override
		public void close() throws IOException {
			this.server.close();
		}

	}

}
