// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferUtils;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.model.File;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.RawServer;
import io.github.telegramnopool.transport.TransportFixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Downloads that end anywhere leave no buffer behind.
 */
@Timeout(90)
class DownloadLeakTests {

	private static final int SIZE = 2_000_000;

	private static final int DOWNLOADS = 80;

	private static final File FILE = File.builder()
		.fileId("AgAC")
		.fileUniqueId("u")
		.filePath("a")
		.fileSize((long) SIZE)
		.build();

	private final Logger detector = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);

	private final ListAppender<ILoggingEvent> reports = new ListAppender<>();

	@TempDir
	private Path directory;

	@BeforeEach
	void listen() {
		this.reports.start();
		this.detector.addAppender(this.reports);
	}

	@AfterEach
	void stopListening() {
		this.detector.detachAppender(this.reports);
	}

	@Test
	void nothingIsLeftOfDownloadsThatEndAnywhere() throws Exception {
		assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
		byte[] answer = ("HTTP/1.1 200 OK\r\nContent-Length: " + SIZE + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
		byte[] content = new byte[SIZE];
		long seed = System.nanoTime();
		Random random = new Random(seed);
		try (RawServer server = new RawServer((socket) -> {
			RawServer.readHead(socket.getInputStream());
			socket.getOutputStream().write(answer);
			socket.getOutputStream().write(content);
		}); BotTransport transport = TransportFixtures.transport(server.url())) {
			for (int i = 0; i < DOWNLOADS; i++) {
				download(transport, i, random);
			}
			await().atMost(Duration.ofSeconds(20)).until(() -> transport.connections().open() == 0);
		}
		reportLeaks();
		assertThat(this.reports.list).as("seed %d", seed).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
	}

	/**
	 * Cancelled by its subscriber after some of its pieces, or by its deadline.
	 */
	private void download(BotTransport transport, int number, Random random) throws InterruptedException {
		boolean byDeadline = number % 2 == 0;
		Duration timeout = byDeadline ? Duration.ofMillis(1 + random.nextInt(40)) : Duration.ofSeconds(20);
		TelegramBotApi api = new BotClients("default", BotApiJson.mapper()).reactive(transport,
				new CallSettings(timeout, Long.MAX_VALUE / 2, true, Duration.ZERO, false), false);
		CountDownLatch ended = new CountDownLatch(1);
		if (number % 4 < 2) {
			Mono<Path> saving = api.download(FILE, this.directory.resolve("f" + number));
			Disposable download = saving.doFinally((signal) -> ended.countDown()).subscribe((path) -> {
			}, (ex) -> {
			});
			ended.await(random.nextInt(byDeadline ? 5000 : 60), TimeUnit.MILLISECONDS);
			download.dispose();
		}
		else {
			AtomicInteger pieces = new AtomicInteger(random.nextInt(40));
			Flux.from(api.download(FILE))
				.doOnNext(DataBufferUtils::release)
				.takeWhile((piece) -> byDeadline || pieces.getAndDecrement() > 0)
				.onErrorComplete()
				.then()
				.block(Duration.ofSeconds(20));
		}
	}

	/**
	 * The detector tells of what the garbage collector has found, when the next buffer is
	 * made.
	 */
	private static void reportLeaks() {
		List<ByteBuf> probes = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			System.gc();
			probes.add(PooledByteBufAllocator.DEFAULT.buffer());
		}
		probes.forEach(ByteBuf::release);
	}

}
