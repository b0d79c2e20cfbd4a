// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class UploadTests {

	private static final String TYPE = "Content-Type: multipart/form-data; boundary=b\r\n";

	private final TelegramSimulator simulator = TelegramSimulator.builder().maxUpload(1000).build().start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void uploadAndDownloadOf200MegabytesFitInto64MegabytesOfHeap(@TempDir Path folder) throws Exception {
		Path output = folder.resolve("output");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx64m", "-cp", System.getProperty("java.class.path"), LargeFileProgram.class.getName())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		assertThat(output).content().contains("same 209715200");
	}

	@Test
	void largestFileIsTakenAndALargerOneIsNot() {
		assertThat(upload("x".repeat(1000))).isEqualTo(200);
		assertThat(upload("x".repeat(1001))).isEqualTo(413);
		assertThat(this.simulator.received("sendDocument")).isEqualTo(1);
		await().until(() -> files("incoming") == 0);
	}

	@Test
	void tooLargeARequestIsAnsweredBeforeItHasCome() throws Exception {
		try (RawConnection connection = RawConnection.to(this.simulator.port())) {
			connection.write(head(TYPE + "Content-Length: 3000000\r\n"));
			assertThat(connection.readHead()).startsWith("HTTP/1.1 413").contains("content-length: 0", "close");
			connection.write("x".repeat(3_000_000));
			assertThat(connection.readByte()).isEqualTo(-1);
		}
	}

	@Test
	void limitIsTheCloudsUnlessSet() throws Exception {
		try (TelegramSimulator cloud = TelegramSimulator.builder().build().start();
				RawConnection connection = RawConnection.to(cloud.port())) {
			connection.write(head(TYPE + "Content-Length: " + 52L * 1024 * 1024 + "\r\n"));
			assertThat(connection.readHead()).startsWith("HTTP/1.1 413");
		}
		try (TelegramSimulator local = TelegramSimulator.builder().localServer().build().start();
				RawConnection connection = RawConnection.to(local.port())) {
			connection.write(head(TYPE + "Expect: 100-continue\r\nContent-Length: " + 1900L * 1024 * 1024 + "\r\n"));
			assertThat(connection.readHead()).startsWith("HTTP/1.1 100");
		}
	}

	@Test
	void tooManyFilesAreRefused() {
		Form form = new Form();
		for (int i = 0; i <= 50; i++) {
			form.file("f" + i, "f", "x");
		}
		assertThat(form.post(this.calls, "sendMediaGroup").statusCode()).isEqualTo(413);
	}

	@Test
	@DisplayName("HttpReader::parse_multipart_form_data: one parameter of a form holds at most 1 MiB")
	void tooLargeAParameterIsRefused() {
		try (TelegramSimulator roomy = TelegramSimulator.builder().build().start()) {
			BotCalls roomyCalls = new BotCalls(roomy, 42);
			Form form = new Form().text("a", "x".repeat(700_000)).text("b", "x".repeat(1024 * 1024));
			assertThat(form.post(roomyCalls, "getMe").statusCode()).isEqualTo(200);
			assertThat(form.text("c", "x".repeat(1024 * 1024 + 1)).post(roomyCalls, "getMe").statusCode())
				.isEqualTo(413);
		}
	}

	@Test
	void brokenOffUploadLeavesNothingBehind() throws Exception {
		try (RawConnection connection = RawConnection.to(this.simulator.port())) {
			connection.write(head(TYPE + "Content-Length: 800\r\n")
					+ "--b\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a\"\r\n\r\nxyz");
			await().until(() -> files("incoming") == 1);
		}
		await().until(() -> files("incoming") == 0);
		assertThat(this.simulator.bot(42).storedFiles()).isEmpty();
	}

	@Test
	void fileThatNoMethodTakesIsDeleted() {
		new Form().file("photo", "a.png", "xyz").post(this.calls, "sendMessage?chat_id=7&text=a");
		await().until(() -> files("incoming") == 0);
		assertThat(this.simulator.bot(42).storedFiles()).isEmpty();
	}

	@Test
	void chunkedAndCompressedBodiesAreRead() throws Exception {
		String form = new Form().file("document", "a.txt", "xyz").toString();
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(form.getBytes(StandardCharsets.UTF_8));
		}
		String body = packed.toString(StandardCharsets.ISO_8859_1);
		String chunks = "5\r\n" + body.substring(0, 5) + "\r\n" + Integer.toHexString(body.length() - 5) + "\r\n"
				+ body.substring(5) + "\r\n0\r\n\r\n";
		try (RawConnection connection = RawConnection.to(this.simulator.port())) {
			connection.write(head(TYPE + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n") + chunks);
			assertThat(connection.readHead()).startsWith("HTTP/1.1 200");
		}
		assertThat(this.simulator.bot(42).storedFiles().get(0).bytes()).asString().isEqualTo("xyz");
		try (RawConnection connection = RawConnection.to(this.simulator.port())) {
			String cut = body.substring(0, body.length() - 12);
			connection.write(head(TYPE + "Content-Encoding: gzip\r\nContent-Length: " + cut.length() + "\r\n") + cut);
			assertThat(connection.readHead()).startsWith("HTTP/1.1 400");
		}
	}

	@Test
	void closeDeletesTheFiles() {
		upload("xyz");
		Path location = this.simulator.bot(42).storedFiles().get(0).location();
		this.simulator.stop();
		assertThat(location).hasContent("xyz");
		this.simulator.close();
		assertThat(location.getParent().getParent().getParent()).doesNotExist();
		assertThat(this.simulator.bot(42).storedFiles()).isEmpty();
	}

	@Test
	void localServerGivesAbsolutePathsAndTakesFileUrls(@TempDir Path folder) throws Exception {
		try (TelegramSimulator local = TelegramSimulator.builder().localServer().build().start()) {
			BotCalls localCalls = new BotCalls(local, 42);
			String large = local.bot(42).addFile("a.bin", new byte[20 * 1024 * 1024 + 1]);
			String path = localCalls.result("getFile?file_id=" + large).get("file_path").stringValue();
			assertThat(Path.of(path)).isAbsolute().hasSize(20 * 1024 * 1024 + 1);
			Path file = Files.writeString(folder.resolve("b.txt"), "xyz");
			localCalls.call("sendDocument?chat_id=7&document=" + BotCalls.encode(file.toUri().toString()));
			StoredFile stored = local.bot(42).storedFiles().get(1);
			assertThat(stored.bytes()).asString().isEqualTo("xyz");
			assertThat(stored.name()).isEqualTo("b.txt");
			assertThat(localCalls.get("/file" + localCalls.path(stored.path())).body()).isEqualTo("xyz");
		}
	}

	@Test
	void cutDownloadTellsItsWholeLength() throws Exception {
		String id = this.simulator.bot(42).addFile("a.bin", "x".repeat(10_000).getBytes(StandardCharsets.UTF_8));
		String path = this.calls.result("getFile?file_id=" + id).get("file_path").stringValue();
		this.simulator.script(ScriptedFault.on("file").closeAtByte(500).build());
		try (RawConnection connection = RawConnection.to(this.simulator.port())) {
			String answer = connection.write("GET /file" + this.calls.path(path) + " HTTP/1.1\r\nHost: x\r\n\r\n")
				.readToEnd();
			assertThat(answer).hasSize(500).contains("content-length: 10000");
		}
	}

	private int upload(String content) {
		return new Form().file("document", "a.txt", content).post(this.calls, "sendDocument?chat_id=7").statusCode();
	}

	private String head(String headers) {
		return "POST " + this.calls.path("sendDocument?chat_id=7") + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
	}

	private long files(String name) {
		String[] files = this.simulator.folder().folder(name).toFile().list();
		return (files != null) ? files.length : 0;
	}

}
