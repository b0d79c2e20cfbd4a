// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.api.model.Document;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.simulator.RecordedRequest;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.fault.Direction;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.transport.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Files go both ways, byte for byte, through the proxy and nowhere else.
 */
@Tag("long")
@Timeout(120)
class FileTests {

	private static final byte[] CONTENT = content(3_000_000);

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	private final RunningBot bot = this.telegram.settings("socks5")
		.with("telegram.http.call-timeout", "10s")
		.with("telegram.http.min-throughput", "2MB")
		.with("telegram.http.hedge-after", 0)
		.run();

	@TempDir
	private Path directory;

	@AfterEach
	void stop() {
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(this.telegram.simulator().connections())
				.allMatch((connection) -> connection.closedAt() != null));
		this.bot.close();
		this.telegram.close();
	}

	private static byte[] content(int length) {
		byte[] content = new byte[length];
		new Random(42).nextBytes(content);
		return content;
	}

	static Stream<InputFile> files() {
		return Stream.of(InputFile.of(CONTENT, "bytes.bin"),
				InputFile.of(new ByteArrayInputStream(CONTENT), "stream.bin"),
				InputFile.of(() -> new ByteArrayInputStream(CONTENT), "supplier.bin"));
	}

	@ParameterizedTest
	@MethodSource("files")
	void whatIsSentComesBack(InputFile file) throws IOException {
		comesBack(file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "50%20off %.txt", "%25%22", "a+b; c=d, e:f.txt", "back\\slash\\\"quotes\".txt", "\\",
			"two\r\nlines.txt", "größer 报告 \uD83D\uDE80.pdf", " blanks " })
	void aNameComesBackAsItWasGiven(String name) {
		assertThat(send(InputFile.of(new byte[1], name)).fileName()).isEqualTo(name);
	}

	@Test
	void aPathComesBack() throws IOException {
		comesBack(InputFile.of(Files.write(this.directory.resolve("ein \"größerer\" Bericht.pdf"), CONTENT)));
	}

	@Test
	void aResourceComesBack() throws IOException {
		Path path = Files.write(this.directory.resolve("a.bin"), CONTENT);
		comesBack(InputFile.resource(new FileSystemResource(path)));
	}

	private void comesBack(InputFile file) throws IOException {
		Document document = send(file);
		assertThat(document.fileName()).isEqualTo(file.name());
		assertThat(document.fileSize()).isEqualTo(CONTENT.length);
		Path target = this.directory.resolve("target.bin");
		assertThat(this.bot.blockingApi().download(document.fileId(), target)).hasBinaryContent(CONTENT);
		try (InputStream content = this.bot.blockingApi().download(document.fileId())) {
			assertThat(content.readAllBytes()).isEqualTo(CONTENT);
		}
		RecordedRequest request = this.telegram.simulator().requests().get(0);
		assertThat(request.files()).containsExactly("file0");
		assertThat(request.parameters()).containsEntry("chat_id", "42").containsEntry("document", "attach://file0");
		assertThat(this.telegram.proxy().tunnels()).hasSize(this.telegram.simulator().connections().size());
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, 600, 3000, 50_000, 2_000_000, 2_900_000 })
	void anUploadThatIsCutEndsCleanly(long bytes) {
		this.telegram.proxy().faults().all(Fault.resetAfter(bytes, Direction.UP));
		AtomicInteger open = new AtomicInteger();
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> send(InputFile.of(counted(open), "a")));
		await().untilAsserted(() -> assertThat(open).hasValue(0));
		assertThat(this.telegram.simulator().executed("sendDocument")).isZero();
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 600, 50_000 })
	void anUploadThatWasCutIsRepeated(long bytes) {
		Fault cut = Fault.resetAfter(bytes, Direction.UP);
		this.telegram.proxy().faults().next(cut, cut);
		AtomicInteger open = new AtomicInteger();
		byte[] large = content(20_000_000);
		Document document = send(InputFile.of(() -> count(open, new ByteArrayInputStream(large)), "a"));
		assertThat(document.fileSize()).isEqualTo(large.length);
		await().untilAsserted(() -> assertThat(open).hasValue(0));
		assertThat(this.telegram.simulator().executed("sendDocument")).isEqualTo(1);
	}

	@Test
	void aStreamIsNeverSentTwice() {
		this.telegram.proxy().faults().next(Fault.failTunnel());
		assertThatExceptionOfType(RequestNotSentException.class)
			.isThrownBy(() -> send(InputFile.of(new ByteArrayInputStream(CONTENT), "a")))
			.satisfies((ex) -> assertThat(ex.phase()).isEqualTo(Phase.PROXY));
		assertThat(this.telegram.proxy().tunnels()).hasSize(1);
	}

	@Test
	void aSupplierIsAskedAgain() {
		this.telegram.proxy().faults().next(Fault.failTunnel(), Fault.refuse());
		assertThat(send(InputFile.of(() -> new ByteArrayInputStream(CONTENT))).fileSize()).isEqualTo(CONTENT.length);
		assertThat(this.telegram.simulator().executed("sendDocument")).isEqualTo(1);
	}

	@Test
	void neverRepeatsAnUploadThatMayHaveArrived() {
		this.telegram.simulator().script(ScriptedFault.on("sendDocument").closeAtByte(20).execute().build());
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> send(InputFile.of(CONTENT, "a")));
		assertThat(this.telegram.simulator().executed("sendDocument")).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(longs = { 3000, 50_000, 2_999_000 })
	void aDownloadThatIsCutIsRepeatedUntilItIsWhole(long bytes) throws IOException {
		String id = this.telegram.peer().addFile("a.bin", CONTENT);
		Fault cut = Fault.resetAfter(bytes, Direction.DOWN);
		this.telegram.proxy().faults().next(Fault.none(), cut, cut, cut);
		Path target = this.directory.resolve("a.bin");
		assertThat(this.bot.blockingApi().download(id, target)).hasBinaryContent(CONTENT);
		assertOnly(target);
	}

	@Test
	void aDownloadThatStaysCutLeavesNothingBehind() throws IOException {
		String id = this.telegram.peer().addFile("a.bin", CONTENT);
		this.telegram.proxy().faults().next(Fault.none());
		this.telegram.proxy().faults().all(Fault.closeAfter(50_000, Direction.DOWN));
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> this.bot.blockingApi().download(id, this.directory.resolve("a.bin")))
			.withMessageStartingWith("download: ");
		assertOnly();
	}

	@Test
	void aBlackHoleMeetsTheDeadline() throws IOException {
		String id = this.telegram.peer().addFile("a.bin", content(100_000));
		this.telegram.proxy().faults().next(Fault.none());
		this.telegram.proxy().faults().all(Fault.blackHoleAfter(50_000, Direction.DOWN));
		long began = System.nanoTime();
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> this.bot.blockingApi().download(id, this.directory.resolve("a.bin")));
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(10),
				Duration.ofSeconds(20));
		assertOnly();
	}

	private Document send(InputFile file) {
		return this.bot.blockingApi().sendDocument(SendDocument.of(42, file)).document();
	}

	private static InputStream counted(AtomicInteger open) {
		return count(open, new ByteArrayInputStream(CONTENT));
	}

	private static InputStream count(AtomicInteger open, InputStream content) {
		open.incrementAndGet();
		return new FilterInputStream(content) {

			private boolean closed;

			@Override
			public synchronized void close() throws IOException {
				super.close();
				if (!this.closed) {
					this.closed = true;
					open.decrementAndGet();
				}
			}

		};
	}

	private void assertOnly(Path... expected) throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			assertThat(files).containsExactlyInAnyOrder(expected);
		}
	}

}
