// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MultipartBody} and {@link FileChunks}.
 */
class MultipartBodyTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final Scheduler threads = Schedulers.newSingle("multipart-test", true);

	private final AtomicInteger closed = new AtomicInteger();

	@AfterEach
	void dispose() {
		this.threads.dispose();
	}

	@Test
	void writesFieldsAndFiles() {
		MultipartBody body = new MultipartBody(Map.of("chat_id", "5"), List.of(file("a.txt", 5, "hello")));
		String text = text(body);
		String boundary = body.contentType().substring("multipart/form-data; boundary=".length());
		assertThat(boundary).hasSizeLessThanOrEqualTo(70);
		assertThat(text.replace(boundary, "X")).isEqualTo("""
				--X
				Content-Disposition: form-data; name="chat_id"

				5
				--X
				Content-Disposition: form-data; name="file0"; filename="a.txt"
				Content-Type: application/octet-stream

				hello
				--X--
				""".replace("\n", "\r\n"));
		assertThat(body.length()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
	}

	@Test
	void writesNamesAsBrowsersDo() {
		MultipartBody body = new MultipartBody(Map.of(), List.of(file("a\"b\r\nß.txt", 0, "")));
		assertThat(text(body)).contains("filename=\"a%22b%0D%0Aß.txt\"");
	}

	@Test
	void writesNamesAsTheServerReadsThem() {
		MultipartBody body = new MultipartBody(Map.of(), List.of(file("50%20off\\", 0, "")));
		assertThat(text(body)).contains("filename=\"50%2520off%5C\"\r\n");
	}

	@Test
	void hasNoLengthIfAFileHasNone() {
		MultipartBody body = new MultipartBody(Map.of(), List.of(file("a", 1, "x"), file("b", -1, "hello")));
		assertThat(body.length()).isEqualTo(-1);
		assertThat(text(body)).contains("\r\nhello\r\n");
	}

	@Test
	void readsLargeFilesInPiecesAndClosesThem() {
		String content = "0123456789".repeat(10_000);
		assertThat(text(new MultipartBody(Map.of(), List.of(file("a", content.length(), content))))).contains(content);
		Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(this.closed).hasValue(1));
	}

	@Test
	void refusesAFileThatHasBecomeShorter() {
		refuses(file("a.log", 10, "hello"),
				"the file 'a.log' ends after 5 of the 10 bytes that it had when the call was made");
	}

	@Test
	void refusesAFileThatHasBecomeLonger() {
		refuses(file("a.log", 4, "hello"),
				"the file 'a.log' goes on after the 4 bytes that it had when the call was made");
	}

	@Test
	void namesAFileThatCannotBeOpened() {
		refuses(new FilePart("file0", "a.log", 4, () -> {
			throw new IOException("gone");
		}), "the file 'a.log' can't be opened: gone");
		assertThat(this.closed).hasValue(0);
	}

	@Test
	void namesAFileThatCannotBeRead() {
		refuses(new FilePart("file0", "a.log", 4, () -> new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("bad sector");
			}

			@Override
			public void close() {
				MultipartBodyTests.this.closed.incrementAndGet();
			}

		}), "the file 'a.log' can't be read beyond byte 0: bad sector");
		Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(this.closed).hasValue(1));
	}

	@Test
	void opensNothingBeforeItIsAsked() {
		AtomicInteger opened = new AtomicInteger();
		FilePart file = new FilePart("file0", "a", 0, () -> {
			opened.incrementAndGet();
			return InputStream.nullInputStream();
		});
		StepVerifier.create(new MultipartBody(Map.of("a", "b"), List.of(file)).content(this.threads), 2)
			.expectNextCount(2)
			.thenCancel()
			.verify(LONG);
		assertThat(opened).hasValue(0);
	}

	@Test
	void cancelEndsAReadThatHangs() {
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		FilePart file = new FilePart("file0", "a", -1, () -> new InputStream() {

			@Override
			public int read() throws IOException {
				reading.countDown();
				try {
					new CountDownLatch(1).await();
				}
				catch (InterruptedException ex) {
					interrupted.countDown();
				}
				throw new IOException("interrupted");
			}

			@Override
			public void close() {
				MultipartBodyTests.this.closed.incrementAndGet();
			}

		});
		var reader = new FileChunks(file, this.threads).read().onErrorComplete().subscribe();
		Awaitility.await().atMost(LONG).until(() -> reading.getCount() == 0);
		reader.dispose();
		Awaitility.await().atMost(LONG).until(() -> interrupted.getCount() == 0 && this.closed.get() == 1);
	}

	private void refuses(FilePart file, String message) {
		StepVerifier.create(new MultipartBody(Map.of(), List.of(file)).content(this.threads).then())
			.expectErrorSatisfies(
					(ex) -> assertThat(ex).isInstanceOf(UnreadableFileException.class).hasMessage(message))
			.verify(LONG);
	}

	private FilePart file(String name, long length, String content) {
		return new FilePart("file0", name, length,
				() -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)) {

					@Override
					public void close() {
						MultipartBodyTests.this.closed.incrementAndGet();
					}

				});
	}

	private String text(MultipartBody body) {
		Mono<DataBuffer> joined = DataBufferUtils.join(body.content(this.threads));
		return joined.map((buffer) -> buffer.toString(StandardCharsets.UTF_8)).blockOptional(LONG).orElseThrow();
	}

}
