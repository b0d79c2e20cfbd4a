// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.GetMe;
import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.api.method.SendMediaGroup;
import io.github.telegramnopool.api.model.InputMediaPhoto;
import io.github.telegramnopool.api.model.InputMediaVideo;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramApiException;
import io.github.telegramnopool.client.error.TooManyRequestsException;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.ClientCustomizers;
import io.github.telegramnopool.transport.LoopbackServer;
import io.github.telegramnopool.transport.LoopbackServer.Answer;
import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.RawServer;
import io.github.telegramnopool.transport.TransportFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Uploads}.
 */
@Timeout(60)
class UploadTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final int LARGE = 20_000_000;

	private static final String MESSAGE = "{\"message_id\":1,\"date\":1,\"chat\":{\"id\":5,\"type\":\"private\"}}";

	private final LoopbackServer server = LoopbackServer.answering(Answer.ok(MESSAGE));

	private final List<BotTransport> transports = new ArrayList<>();

	private final AtomicInteger opened = new AtomicInteger();

	private final AtomicInteger closed = new AtomicInteger();

	@TempDir
	private Path directory;

	@AfterEach
	void close() {
		Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(this.closed).hasValue(this.opened.get()));
		for (BotTransport transport : this.transports) {
			Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(transport.connections().open()).isZero());
			transport.close();
		}
		this.server.close();
	}

	/**
	 * What users change.
	 */
	ClientCustomizers customizers() {
		return ClientCustomizers.none();
	}

	private TelegramBotApi api(BotTransport transport, CallSettings settings) {
		this.transports.add(transport);
		return new BotClients("default", BotApiJson.mapper()).reactive(transport, settings, false);
	}

	private TelegramBotApi api(String url) {
		return api(TransportFixtures.transport(url, customizers()), settings(LONG));
	}

	private TelegramBotApi api() {
		return api(this.server.url());
	}

	private static CallSettings settings(Duration timeout) {
		return new CallSettings(timeout, 1_000_000, true, Duration.ofSeconds(3), false);
	}

	/**
	 * A stream that counts how often it is opened and closed.
	 */
	private Supplier<InputStream> content(int length) {
		return () -> {
			this.opened.incrementAndGet();
			return new ByteArrayInputStream(new byte[length]) {

				@Override
				public void close() {
					UploadTests.this.closed.incrementAndGet();
				}

			};
		};
	}

	private static SendDocument document(InputFile file) {
		return SendDocument.builder()
			.chatId(5)
			.document(file)
			.caption("a \"caption\"")
			.disableNotification(true)
			.build();
	}

	@Test
	void sendsParametersAsFieldsAndFilesAsParts() {
		api().sendDocument(document(InputFile.of("hello".getBytes(), "a.txt"))).block(LONG);
		assertThat(this.server.requests()).singleElement().satisfies((request) -> {
			assertThat(request.headers().get("Content-Type")).startsWith("multipart/form-data; boundary=");
			assertThat(request.headers().getInt("Content-Length")).isEqualTo(request.body().length());
			assertThat(request.headers().contains("Transfer-Encoding")).isFalse();
			assertThat(request.body()).contains("name=\"chat_id\"\r\n\r\n5\r\n",
					"name=\"document\"\r\n\r\nattach://file0\r\n", "name=\"caption\"\r\n\r\na \"caption\"\r\n",
					"name=\"disable_notification\"\r\n\r\ntrue\r\n",
					"name=\"file0\"; filename=\"a.txt\"\r\nContent-Type: application/octet-stream\r\n\r\nhello\r\n");
		});
	}

	@Test
	void sendsAnAlbumWhoseFilesStandInItsJson() {
		this.server.answers((request) -> Mono.just(Answer.ok("[" + MESSAGE + "]")));
		InputFile photo = InputFile.of("photo".getBytes(), "a.jpg");
		api().sendMediaGroup(SendMediaGroup.of(5, List.of(InputMediaPhoto.of(photo),
				InputMediaVideo.builder().media(InputFile.of("video".getBytes(), "b.mp4")).thumbnail(photo).build())))
			.block(LONG);
		assertThat(this.server.requests()).singleElement()
			.satisfies((request) -> assertThat(request.body())
				.contains("name=\"media\"\r\n\r\n[{", "\"media\":\"attach://file0\"", "\"media\":\"attach://file1\"",
						"\"thumbnail\":\"attach://file0\"", "name=\"file0\"; filename=\"a.jpg\"",
						"name=\"file1\"; filename=\"b.mp4\"")
				.containsOnlyOnce("\r\nphoto\r\n")
				.containsOnlyOnce("\r\nvideo\r\n"));
	}

	@Test
	void sendsJsonIfThereIsNothingToUpload() {
		api().sendDocument(document(InputFile.fileId("AgAC"))).block(LONG);
		assertThat(this.server.requests()).singleElement()
			.satisfies((request) -> assertThat(request.headers().get("Content-Type")).isEqualTo("application/json"));
	}

	@Test
	void sendsWhatHasNoLengthInChunks() {
		api().sendDocument(document(InputFile.of(content(100_000)))).block(LONG);
		assertThat(this.server.requests()).singleElement().satisfies((request) -> {
			assertThat(request.headers().get("Transfer-Encoding")).isEqualTo("chunked");
			assertThat(request.headers().contains("Content-Length")).isFalse();
			assertThat(request.body()).contains("\0".repeat(100_000));
		});
	}

	@Test
	void tellsAPathThatIsNotThereBeforeItConnects() {
		Path missing = this.directory.resolve("a.jpg");
		StepVerifier.create(api().sendDocument(document(InputFile.of(missing)))).expectErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(RequestNotSentException.class)
				.hasMessage("sendDocument: not sent (WAITING), the file 'a.jpg' can't be sent: " + missing
						+ ": there is no such file");
			assertThat(((RequestNotSentException) ex).isPermanent()).isTrue();
		}).verify(LONG);
		assertThat(this.server.opened()).isZero();
	}

	@Test
	void aFileThatBreaksOffEndsTheCall() throws IOException {
		try (RawServer raw = RawServer.silent()) {
			InputFile file = InputFile.of(() -> {
				this.opened.incrementAndGet();
				return new InputStream() {

					private int left = LARGE;

					@Override
					public int read() throws IOException {
						if (this.left-- <= 0) {
							throw new IOException("bad sector");
						}
						return 0;
					}

					@Override
					public void close() {
						UploadTests.this.closed.incrementAndGet();
					}

				};
			}, "a.iso");
			StepVerifier.create(api(raw.url()).sendDocument(document(file))).expectErrorSatisfies((ex) -> {
				assertThat(ex).isInstanceOf(RequestNotSentException.class)
					.hasMessageStartingWith(
							"sendDocument: not sent (REQUEST), the file 'a.iso' can't be read beyond byte ")
					.hasMessageEndingWith(": bad sector");
				assertThat(((RequestNotSentException) ex).isPermanent()).isTrue();
			}).verify(LONG);
			assertThat(raw.accepted()).isEqualTo(1);
			Awaitility.await().atMost(LONG).until(() -> raw.ended() == 1);
		}
	}

	@Test
	void aFileThatShrinksEndsTheCall() throws IOException {
		Path path = Files.write(this.directory.resolve("a.log"), new byte[LARGE]);
		try (RawServer raw = new RawServer((socket) -> {
			RawServer.readHead(socket.getInputStream());
			Files.write(path, new byte[1], StandardOpenOption.TRUNCATE_EXISTING);
			RawServer.readToTheEnd(socket.getInputStream());
		})) {
			StepVerifier.create(api(raw.url()).sendDocument(document(InputFile.of(path))))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(RequestNotSentException.class)
					.hasMessageContaining("the file 'a.log' ends after "))
				.verify(LONG);
			assertThat(raw.accepted()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 200, 1000, 100_000, 5_000_000, 15_000_000 })
	void repeatsWhatWasCutBeforeItsEnd(int bytes) throws IOException {
		AtomicInteger calls = new AtomicInteger();
		try (RawServer raw = new RawServer((socket) -> {
			if (calls.incrementAndGet() < 3) {
				socket.getInputStream().readNBytes(bytes);
				return;
			}
			RawServer.readRequest(socket.getInputStream());
			RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n{\"ok\":true,\"result\":" + MESSAGE + "}");
		})) {
			byte[] zeros = new byte[LARGE];
			assertThat(api(raw.url()).sendDocument(document(InputFile.of(zeros, "a"))).block(LONG)).isNotNull();
			assertThat(calls).hasValue(3);
		}
	}

	@Test
	void aCutAfterTheEndIsAnOutcomeUnknown() throws IOException {
		try (RawServer raw = new RawServer((socket) -> RawServer.readRequest(socket.getInputStream()))) {
			StepVerifier.create(api(raw.url()).sendDocument(document(InputFile.of(new byte[LARGE], "a"))))
				.expectError(OutcomeUnknownException.class)
				.verify(LONG);
			assertThat(raw.accepted()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":true,", "HTTP/1.1 200 OK\r\n\r\n" })
	void whoBeganToAnswerMayHaveExecuted(String answer) throws IOException {
		try (RawServer raw = new RawServer((socket) -> {
			RawServer.readHead(socket.getInputStream());
			RawServer.write(socket, answer);
			socket.getInputStream().readNBytes(5_000_000);
			// A reset would take from the client what it has not read yet
			socket.shutdownOutput();
			socket.getInputStream().transferTo(OutputStream.nullOutputStream());
		})) {
			StepVerifier.create(api(raw.url()).sendDocument(document(InputFile.of(new byte[LARGE], "a"))))
				.expectError(OutcomeUnknownException.class)
				.verify(LONG);
			assertThat(raw.accepted()).isEqualTo(1);
		}
	}

	@Test
	void streamsThatHangHoldNobodyElseUp() {
		TelegramBotApi api = api();
		TelegramBotApi hasty = new BotClients("default", BotApiJson.mapper()).reactive(this.transports.get(0),
				new CallSettings(Duration.ofSeconds(1), 1L << 40, true, LONG, false), false);
		assertThat(api.sendDocument(document(InputFile.of(new byte[1], "warm"))).block(LONG)).isNotNull();
		List<Mono<Message>> calls = Stream
			.generate(() -> hasty.sendDocument(document(InputFile.of(hanging(), "a")))
				.onErrorResume(RequestNotSentException.class, (ex) -> Mono.empty()))
			.limit(20)
			.toList();
		Mono.when(calls).block(LONG);
		assertThat(api.sendDocument(document(InputFile.of(new byte[1], "a"))).block(LONG)).isNotNull();
	}

	/**
	 * A stream that heeds no interrupt, as that of a socket.
	 */
	private static InputStream hanging() {
		CountDownLatch end = new CountDownLatch(1);
		return new InputStream() {

			@Override
			public int read() {
				boolean open = true;
				while (open) {
					try {
						end.await();
						open = false;
					}
					catch (InterruptedException ex) {
						// Heeded by nobody
					}
				}
				return -1;
			}

			@Override
			public void close() {
				end.countDown();
			}

		};
	}

	@Test
	void opensASupplierAgainForEachTry() throws IOException {
		AtomicInteger calls = new AtomicInteger();
		try (RawServer raw = new RawServer((socket) -> {
			calls.incrementAndGet();
			socket.getInputStream().readNBytes(100_000);
		})) {
			StepVerifier.create(api(raw.url()).sendDocument(document(InputFile.of(content(LARGE)))))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(RequestNotSentException.class)
					.hasMessageContaining(
							"not sent (REQUEST), the connection was lost before the request was sent whole"))
				.verify(LONG);
			assertThat(calls).hasValue(3);
			assertThat(this.opened).hasValue(3);
		}
	}

	@Test
	void neverRepeatsAStreamThatIsReadOnce() throws IOException {
		try (RawServer raw = new RawServer((socket) -> RawServer.readHead(socket.getInputStream()))) {
			StepVerifier.create(api(raw.url()).sendDocument(document(InputFile.of(content(LARGE).get(), "a"))))
				.expectError(RequestNotSentException.class)
				.verify(LONG);
			assertThat(raw.accepted()).isEqualTo(1);
		}
	}

	@Test
	void neverRepeatsAStreamAfterAFlood() {
		this.server.answers((request) -> Mono.just(Answer.refusal(429, "Too Many Requests", "{\"retry_after\":1}")));
		StepVerifier.create(api().sendDocument(document(InputFile.of(content(10).get(), "a"))))
			.expectError(TooManyRequestsException.class)
			.verify(LONG);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void closesAStreamThatWasNotEvenOpened() throws IOException {
		TelegramBotApi api = api("http://127.0.0.1:" + TransportFixtures.closedPort());
		StepVerifier.create(api.sendDocument(document(InputFile.of(content(10).get(), "a"))))
			.expectError(RequestNotSentException.class)
			.verify(LONG);
		assertThat(this.transports.get(0).connections().opened()).isEqualTo(1);
		Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(this.closed).hasValue(1));
	}

	@Test
	void tellsAStreamThatWasUsedAlready() {
		InputFile file = InputFile.of(content(10).get(), "a");
		TelegramBotApi api = api();
		api.sendDocument(document(file)).block(LONG);
		StepVerifier.create(api.sendDocument(document(file)))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(RequestNotSentException.class)
				.hasMessageContaining("the file 'a' can't be opened: its stream was used already"))
			.verify(LONG);
	}

	@Test
	void readsAnAnswerThatComesEarly() throws IOException {
		try (RawServer raw = new RawServer((socket) -> {
			RawServer.readHead(socket.getInputStream());
			RawServer.write(socket, "HTTP/1.1 413 Request Entity Too Large\r\nContent-Length: 0\r\n\r\n");
			RawServer.readToTheEnd(socket.getInputStream());
		})) {
			StepVerifier.create(api(raw.url()).sendDocument(document(InputFile.of(content(LARGE)))))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(TelegramApiException.class)
					.hasMessageContaining("413")
					.hasMessageContaining("A local Bot API server takes 2000 MB, see telegram.base-url"))
				.verify(LONG);
		}
	}

	@Test
	void cancelClosesStreamAndSocket() throws IOException {
		CountDownLatch head = new CountDownLatch(1);
		try (RawServer raw = new RawServer((socket) -> {
			RawServer.readHead(socket.getInputStream());
			head.countDown();
			RawServer.readToTheEnd(socket.getInputStream());
		})) {
			InputFile endless = InputFile.of(() -> {
				this.opened.incrementAndGet();
				return new InputStream() {

					@Override
					public int read() {
						return 0;
					}

					@Override
					public void close() {
						UploadTests.this.closed.incrementAndGet();
					}

				};
			});
			Disposable call = api(raw.url()).sendDocument(document(endless)).subscribe();
			Awaitility.await().atMost(LONG).until(() -> head.getCount() == 0);
			call.dispose();
			Awaitility.await().atMost(LONG).until(() -> raw.ended() == 1 && this.closed.get() == 1);
		}
	}

	@Test
	void aServerThatTakesNothingMeetsTheDeadline() throws IOException {
		CountDownLatch end = new CountDownLatch(1);
		try (RawServer raw = new RawServer((socket) -> await(end))) {
			TelegramBotApi api = api(TransportFixtures.transport(raw.url(), customizers()),
					new CallSettings(Duration.ofSeconds(2), 100_000_000, true, LONG, false));
			StepVerifier.create(api.sendDocument(document(InputFile.of(new byte[LARGE], "a"))))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(RequestNotSentException.class)
					.hasMessageContaining("the request was not sent whole within")
					.hasMessageContaining("telegram.http.min-throughput"))
				.verify(LONG);
		}
		finally {
			end.countDown();
		}
	}

	@Test
	void aTransferGetsMoreTime() {
		this.server.answers((request) -> Mono.just(Answer.ok(MESSAGE)).delayElement(Duration.ofMillis(1200)));
		TelegramBotApi api = api(TransportFixtures.transport(this.server.url(), customizers()),
				new CallSettings(Duration.ofMillis(500), 1000, false, LONG, false));
		assertThat(api.sendDocument(document(InputFile.of(new byte[5000], "a"))).block(LONG)).isNotNull();
		StepVerifier.create(api.execute(GetMe.of())).expectError(OutcomeUnknownException.class).verify(LONG);
	}

	@Test
	void refusesWhatTelegramWouldRefuseAfterTheTransfer() throws IOException {
		try (RawServer proxy = RawServer.silent()) {
			TelegramBotApi api = api(
					TransportFixtures.transport("http://api.telegram.org", proxy.port(), customizers()),
					settings(LONG));
			InputFile large = InputFile.of(new byte[52_428_801], "a.mkv");
			StepVerifier.create(api.sendDocument(document(large)))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(RequestNotSentException.class)
					.hasMessageContaining("the file 'a.mkv' has 50.0 MB. Telegram's servers take files of up to 50 MB")
					.hasMessageContaining("local Bot API server"))
				.verify(LONG);
			assertThat(proxy.accepted()).isZero();
		}
	}

	@Test
	void goesThroughTheTunnelOfAProxy() throws IOException {
		AtomicInteger tunnels = new AtomicInteger();
		try (RawServer proxy = new RawServer((socket) -> {
			RawServer.readHead(socket.getInputStream());
			if (tunnels.incrementAndGet() == 1) {
				return;
			}
			RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
			RawServer.readRequest(socket.getInputStream());
			RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n{\"ok\":true,\"result\":" + MESSAGE + "}");
		})) {
			TelegramBotApi api = api(TransportFixtures.transport("http://api.test", proxy.port(), customizers()),
					settings(LONG));
			assertThat(api.sendDocument(document(InputFile.of(new byte[100_000], "a"))).block(LONG)).isNotNull();
			assertThat(tunnels).hasValue(2);
		}
	}

	@Test
	void tellsProgress() throws IOException {
		try (RawServer raw = new RawServer((socket) -> {
			RawServer.readRequest(socket.getInputStream());
			RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n{\"ok\":true,\"result\":" + MESSAGE + "}");
		})) {
			List<UploadProgress<Message>> told = api(raw.url()).upload(document(InputFile.of(new byte[LARGE], "a")))
				.collectList()
				.blockOptional(LONG)
				.orElseThrow();
			assertThat(told).hasSizeBetween(2, 200);
			assertThat(told).isSortedAccordingTo((a, b) -> Long.compare(a.sent(), b.sent()));
			assertThat(told.subList(0, told.size() - 1)).noneMatch(UploadProgress::isComplete);
			UploadProgress<Message> last = told.get(told.size() - 1);
			assertThat(last.result()).isNotNull();
			assertThat(last.sent()).isEqualTo(last.total()).isGreaterThan(LARGE);
		}
	}

	@Test
	void whoWatchesSlowlyHoldsUpNothing() throws InterruptedException {
		CountDownLatch slow = new CountDownLatch(1);
		List<UploadProgress<Message>> told = new CopyOnWriteArrayList<>();
		Disposable watching = api().upload(document(InputFile.of(new byte[LARGE], "a"))).subscribe((progress) -> {
			told.add(progress);
			await(slow);
		});
		Awaitility.await().atMost(LONG).until(() -> this.server.requests().size() == 1);
		slow.countDown();
		Awaitility.await().atMost(LONG).until(watching::isDisposed);
		assertThat(told).hasSizeLessThan(5).last().matches(UploadProgress::isComplete);
	}

	@Test
	void progressEndsWithTheFailure() {
		this.server.answers((request) -> Mono.just(new Answer(502, Map.of(), "")));
		StepVerifier.create(api().upload(document(InputFile.of(new byte[10], "a"))).filter(UploadProgress::isComplete))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(OutcomeUnknownException.class)
				.extracting((failure) -> ((OutcomeUnknownException) failure).phase())
				.isEqualTo(Phase.RESPONSE))
			.verify(LONG);
	}

	@Test
	void sendsNothingWhenTheApplicationHasStopped() {
		TelegramBotApi api = api();
		this.transports.get(0).close();
		SendDocument document = document(InputFile.of(content(10)));
		stops(api.sendDocument(document));
		stops(api.upload(document));
		stops(api.upload(document(InputFile.fileId("AgAC"))));
		StepVerifier.create(api.upload(document), 0).expectError(RequestNotSentException.class).verify(LONG);
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void closesAStreamThatIsUploadedWhenTheApplicationHasStopped() {
		TelegramBotApi api = api();
		this.transports.get(0).close();
		stops(api.upload(document(InputFile.of(content(10).get(), "a"))));
		assertThat(this.closed).hasValue(1);
	}

	@Test
	void doesNotTellThatNothingWasSentIfItWasWhenTheApplicationStops() {
		TelegramBotApi api = api();
		StepVerifier.create(api.upload(document(InputFile.of(new byte[10], "a"))), 0).then(() -> {
			Awaitility.await().atMost(LONG).until(() -> this.transports.get(0).connections().closed() == 1);
			this.transports.get(0).close();
		})
			.thenRequest(1)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(OutcomeUnknownException.class)
				.hasMessageContaining("the application stops"))
			.verify(LONG);
	}

	private static void stops(Publisher<?> call) {
		StepVerifier.create(call)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(RequestNotSentException.class)
				.hasMessageMatching("sendDocument: not sent \\(WAITING\\), the application stops"))
			.verify(LONG);
	}

	@Test
	void watchesCallsWithoutFilesToo() {
		StepVerifier.create(api().upload(document(InputFile.fileId("AgAC"))))
			.assertNext((progress) -> assertThat(progress.sent()).isEqualTo(progress.total()).isPositive())
			.thenConsumeWhile((progress) -> true)
			.expectComplete()
			.verify(LONG);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
