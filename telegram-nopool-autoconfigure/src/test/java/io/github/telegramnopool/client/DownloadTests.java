// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.model.File;
import io.github.telegramnopool.client.error.BadRequestException;
import io.github.telegramnopool.client.error.LocalFileException;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramApiException;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.ClientCustomizers;
import io.github.telegramnopool.transport.LoopbackServer;
import io.github.telegramnopool.transport.LoopbackServer.Answer;
import io.github.telegramnopool.transport.RawServer;
import io.github.telegramnopool.transport.TransportFixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Downloads}.
 */
@Timeout(60)
class DownloadTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final LoopbackServer server = LoopbackServer.answering(new Answer(200, Map.of(), "hello"));

	private final List<BotTransport> transports = new ArrayList<>();

	@TempDir
	private Path directory;

	@AfterEach
	void close() {
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

	private TelegramBotApi api(BotTransport transport, Duration timeout) {
		return api(transport, timeout, false);
	}

	private TelegramBotApi api(BotTransport transport, Duration timeout, boolean localFiles) {
		this.transports.add(transport);
		return new BotClients("default", BotApiJson.mapper()).reactive(transport,
				new CallSettings(timeout, 1_000_000, true, Duration.ofSeconds(3), false), localFiles);
	}

	private TelegramBotApi api(String url) {
		return api(TransportFixtures.transport(url, customizers()), LONG);
	}

	private TelegramBotApi api() {
		return api(this.server.url());
	}

	private TelegramBotApi localApi() {
		return api(TransportFixtures.transport(this.server.url(), customizers()), LONG, true);
	}

	private static File file(@Nullable String path, @Nullable Long size) {
		return File.builder().fileId("AgAC").fileUniqueId("u").filePath(path).fileSize(size).build();
	}

	private static Mono<String> text(Flux<DataBuffer> content) {
		return DataBufferUtils.join(content).map((buffer) -> {
			String text = buffer.toString(StandardCharsets.UTF_8);
			DataBufferUtils.release(buffer);
			return text;
		});
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.toList();
		}
	}

	@Test
	void streamsAFile() {
		assertThat(text(api().download(file("photos/a b.jpg", 5L))).block(LONG)).isEqualTo("hello");
		assertThat(this.server.requests()).singleElement().satisfies((request) -> {
			assertThat(request.httpMethod()).isEqualTo("GET");
			assertThat(request.uri()).isEqualTo("/file/bot" + TransportFixtures.TOKEN + "/photos/a%20b.jpg");
			assertThat(request.headers().getAll("Connection")).containsExactly("close");
		});
	}

	@Test
	void asksForThePathFirst() {
		this.server.answers((request) -> Mono.just(request.botMethod().equals("getFile")
				? Answer.ok("{\"file_id\":\"AgAC\",\"file_unique_id\":\"u\",\"file_path\":\"a.txt\",\"file_size\":5}")
				: new Answer(200, Map.of(), "hello")));
		TelegramBotApi api = api();
		assertThat(text(api.download("AgAC")).block(LONG)).isEqualTo("hello");
		assertThat(text(api.download(file(null, null))).block(LONG)).isEqualTo("hello");
		assertThat(api.download("AgAC", this.directory.resolve("a")).block(LONG)).hasContent("hello");
		assertThat(this.server.requests("getFile")).hasSize(3);
		assertThat(this.server.requests("a.txt")).hasSize(3);
	}

	@Test
	void tellsThatThereIsNoPath() {
		this.server.answers((request) -> Mono.just(Answer.ok("{\"file_id\":\"AgAC\",\"file_unique_id\":\"u\"}")));
		StepVerifier.create(api().download("AgAC"))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(OutcomeUnknownException.class)
				.hasMessageContaining("no file_path")
				.hasMessageContaining("20 MB"))
			.verify(LONG);
	}

	@Test
	void tellsTheLimitOfTelegramsServers() {
		this.server.answers((request) -> Mono.just(Answer.refusal(400, "Bad Request: file is too big", null)));
		StepVerifier.create(api().download("AgAC"))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BadRequestException.class)
				.hasMessageContaining("file is too big. Telegram's servers give out files of up to 20 MB. "
						+ "A local Bot API server has no limit, see telegram.base-url"))
			.verify(LONG);
	}

	@Test
	void aRefusalIsTyped() {
		this.server.answers((request) -> Mono.just(Answer.refusal(404, "Not Found", null)));
		StepVerifier.create(api().download(file("a.txt", null)))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(TelegramApiException.class)
				.hasMessage("download: 404 Not Found"))
			.verify(LONG);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void repeatsBeforeTheFirstByte() {
		AtomicInteger calls = new AtomicInteger();
		this.server.answers((request) -> Mono.just((calls.incrementAndGet() < 3) ? new Answer(502, Map.of(), "<html>")
				: new Answer(200, Map.of(), "hello")));
		assertThat(text(api().download(file("a.txt", 5L))).block(LONG)).isEqualTo("hello");
		this.server.answers((request) -> Mono.just(new Answer(502, Map.of(), "<html>")));
		StepVerifier.create(api().download(file("a.txt", 5L))).expectError(OutcomeUnknownException.class).verify(LONG);
		assertThat(this.server.requests()).hasSize(6);
	}

	@Test
	void neverRepeatsAfterTheFirstByte() throws IOException {
		try (RawServer raw = new RawServer((socket) -> write(socket, 10, "hello"))) {
			StepVerifier.create(api(raw.url()).download(file("a.txt", null)).map(DownloadTests::release))
				.expectNext(5)
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(OutcomeUnknownException.class)
					.hasMessageContaining("the connection was lost"))
				.verify(LONG);
			assertThat(raw.accepted()).isEqualTo(1);
		}
	}

	@Test
	void whatIsShorterThanItsSizeIsCut() {
		StepVerifier.create(api().download(file("a.txt", 6L)).map(DownloadTests::release))
			.expectNext(5)
			.expectErrorMessage("download: outcome unknown, the content ended after 5 of 6 bytes")
			.verify(LONG);
	}

	@Test
	void savesAFileUnderItsNameOnlyWhenItIsWhole() throws IOException {
		Path target = Files.writeString(this.directory.resolve("a.txt"), "before");
		CountDownLatch rest = new CountDownLatch(1);
		try (RawServer raw = new RawServer((socket) -> {
			write(socket, 10, "hello");
			await(rest);
			RawServer.write(socket, "world");
		})) {
			Disposable saving = api(raw.url()).download(file("a.txt", 10L), target).subscribe();
			Awaitility.await().atMost(LONG).until(() -> files().stream().anyMatch((file) -> length(file) == 5));
			assertThat(target).hasContent("before");
			rest.countDown();
			Awaitility.await().atMost(LONG).until(saving::isDisposed);
			assertThat(target).hasContent("helloworld");
			assertThat(files()).containsExactly(target);
		}
	}

	@Test
	void repeatsAWholeDownloadUntilThePathHeals() throws IOException {
		AtomicInteger calls = new AtomicInteger();
		try (RawServer raw = new RawServer(
				(socket) -> write(socket, 10, (calls.incrementAndGet() < 5) ? "hello" : "helloworld"))) {
			Path target = this.directory.resolve("a.txt");
			assertThat(api(raw.url()).download(file("a.txt", 10L), target).block(LONG)).hasContent("helloworld");
			assertThat(calls).hasValue(5);
			assertThat(files()).containsExactly(target);
		}
	}

	@Test
	void leavesNothingBehindWhenItFails() throws IOException {
		try (RawServer raw = new RawServer((socket) -> write(socket, 10, "hello"))) {
			TelegramBotApi api = api(TransportFixtures.transport(raw.url(), customizers()), Duration.ofSeconds(2));
			StepVerifier.create(api.download(file("a.txt", 10L), this.directory.resolve("a.txt")))
				.expectError(OutcomeUnknownException.class)
				.verify(LONG);
			assertThat(files()).isEmpty();
		}
	}

	@Test
	void leavesNothingBehindWhenItIsCancelled() throws IOException {
		CountDownLatch end = new CountDownLatch(1);
		try (RawServer raw = new RawServer((socket) -> {
			write(socket, 10, "hello");
			RawServer.readToTheEnd(socket.getInputStream());
			end.countDown();
		})) {
			Disposable saving = api(raw.url()).download(file("a.txt", 10L), this.directory.resolve("a.txt"))
				.subscribe();
			Awaitility.await().atMost(LONG).until(() -> files().stream().anyMatch((file) -> length(file) == 5));
			saving.dispose();
			Awaitility.await().atMost(LONG).until(() -> files().isEmpty() && end.getCount() == 0);
		}
	}

	@Test
	void tellsATargetThatCannotBeWritten() {
		Path target = this.directory.resolve("missing").resolve("a.txt");
		StepVerifier.create(api().download(file("a.txt", 5L), target))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(LocalFileException.class)
				.hasMessageStartingWith("download: '" + target + "' can't be written: "))
			.verify(LONG);
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void tellsWhatToDoAboutATarget() throws IOException {
		Path missing = this.directory.resolve("missing");
		refuses(missing.resolve("a.txt"), "there is no directory '" + missing + "'. Create it first");
		refuses(this.directory, "it is a directory. Name a file in it");
		Path plain = Files.writeString(this.directory.resolve("plain"), "before");
		refuses(plain.resolve("a.txt"), "there is no directory '" + plain + "'. Create it first");
		assertThat(plain).hasContent("before");
	}

	private void refuses(Path target, String problem) {
		StepVerifier.create(api().download(file("a.txt", 5L), target))
			.expectErrorMessage("download: '" + target + "' can't be written: " + problem)
			.verify(LONG);
	}

	@Test
	void aNameCanBeAsLongAsNamesCanBe() {
		Path target = this.directory.resolve("n".repeat(255));
		assertThat(api().download(file("a.txt", 5L), target).block(LONG)).hasContent("hello");
	}

	@Test
	void twoCanSaveUnderOneName() throws IOException {
		Path target = this.directory.resolve("a.txt");
		TelegramBotApi api = api();
		Mono.when(api.download(file("a.txt", 5L), target), api.download(file("b.txt", 5L), target)).block(LONG);
		assertThat(target).hasContent("hello");
		assertThat(files()).containsExactly(target);
	}

	@Test
	void aSizeThatCannotBeIsNoFailureOfOurs() {
		StepVerifier.create(api().download(file("a.txt", Long.MAX_VALUE)).map(DownloadTests::release))
			.expectNext(5)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(OutcomeUnknownException.class)
				.hasMessageContaining("the content ended after 5 of "))
			.verify(LONG);
	}

	@RepeatedTest(5)
	void leavesNothingBehindWhenTheApplicationStops() throws IOException {
		try (RawServer raw = new RawServer((socket) -> {
			write(socket, 10, "hello");
			RawServer.readToTheEnd(socket.getInputStream());
		})) {
			CompletableFuture<Path> saving = api(raw.url())
				.download(file("a.txt", 10L), this.directory.resolve("a.txt"))
				.toFuture();
			Awaitility.await().atMost(LONG).until(() -> files().stream().anyMatch((file) -> length(file) == 5));
			this.transports.get(0).close();
			assertThat(saving).failsWithin(LONG)
				.withThrowableOfType(ExecutionException.class)
				.withCauseInstanceOf(OutcomeUnknownException.class);
			assertThat(files()).isEmpty();
		}
	}

	@Test
	void savesAnEmptyFile() {
		this.server.answers((request) -> Mono.just(new Answer(200, Map.of(), "")));
		assertThat(api().download(file("a.txt", 0L), this.directory.resolve("a")).block(LONG)).isEmptyFile();
	}

	@Test
	void aServerThatStallsMeetsTheDeadline() throws IOException {
		CountDownLatch end = new CountDownLatch(1);
		try (RawServer raw = new RawServer((socket) -> {
			write(socket, 10, "hello");
			await(end);
		})) {
			TelegramBotApi api = api(TransportFixtures.transport(raw.url(), customizers()), Duration.ofMillis(1500));
			StepVerifier.create(api.download(file("a.txt", 10L)).map(DownloadTests::release))
				.expectNext(5)
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(OutcomeUnknownException.class)
					.hasMessageContaining("not answered within 1"))
				.verify(LONG);
		}
		finally {
			end.countDown();
		}
	}

	@Test
	void whoStopsReadingEndsTheTransfer() throws IOException {
		try (RawServer raw = new RawServer((socket) -> write(socket, 50_000_000, "0123456789".repeat(5_000_000)))) {
			StepVerifier.create(api(raw.url()).download(file("a.txt", null)).map(DownloadTests::release), 2)
				.expectNextCount(2)
				.thenCancel()
				.verify(LONG);
			Awaitility.await().atMost(LONG).until(() -> raw.ended() == 1);
		}
	}

	@Test
	void refusesAPathThatLeadsElsewhere() {
		StepVerifier.create(api().download(file("../../etc/passwd", null)))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(RequestNotSentException.class)
				.hasMessageContaining("its file_path is not below the bot's files"))
			.verify(LONG);
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void readsWhatALocalServerHasPutOnThisMachine() throws IOException {
		Path local = Files.writeString(this.directory.resolve("local.txt"), "hello");
		TelegramBotApi api = localApi();
		assertThat(text(api.download(file(local.toString(), 5L))).block(LONG)).isEqualTo("hello");
		Path target = this.directory.resolve("a.txt");
		assertThat(api.download(file(local.toString(), 5L), target).block(LONG)).hasContent("hello");
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void readsThisMachinesDiskOnlyIfItIsToldTo() throws IOException {
		Path local = Files.writeString(this.directory.resolve("local.txt"), "hello");
		Path target = this.directory.resolve("a.txt");
		TelegramBotApi api = api();
		refusesToRead(api.download(file(local.toString(), 5L)), local.toString());
		refusesToRead(api.download(file(local.toString(), 5L), target), local.toString());
		assertThat(this.server.requests()).isEmpty();
		assertThat(files()).containsExactly(local);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/etc/passwd", "C:\\a.txt", "c:/a.txt", "\\\\host\\a.txt" })
	void readsNoDiskThatAServerNames(String path) {
		this.server
			.answers((request) -> Mono.just(Answer.ok("{\"file_id\":\"AgAC\",\"file_unique_id\":\"u\",\"file_path\":\""
					+ path.replace("\\", "\\\\") + "\"}")));
		refusesToRead(api().download("AgAC"), path);
		assertThat(this.server.requests()).hasSize(1);
	}

	private static void refusesToRead(Publisher<?> download, String path) {
		StepVerifier.create(download)
			.expectErrorMessage("download: the Bot API server runs in local mode and says that the file is at '" + path
					+ "', on its own disk. Set telegram.local-files=true and share that folder with this machine under "
					+ "the same path, or start the server without --local")
			.verify(LONG);
	}

	@Test
	void tellsWhatToDoIfALocalServersFileIsElsewhere() {
		StepVerifier.create(localApi().download(file("/srv/telegram/a.txt", 5L)))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(LocalFileException.class)
				.hasMessageContainingAll("'/srv/telegram/a.txt'", "there is no such file", "Share that folder",
						"without --local"))
			.verify(LONG);
	}

	@Test
	void neverReadsThisMachinesDiskForTelegram() throws IOException {
		Path local = Files.writeString(this.directory.resolve("local.txt"), "hello");
		try (RawServer proxy = RawServer.silent()) {
			TelegramBotApi api = api(
					TransportFixtures.transport("http://api.telegram.org", proxy.port(), customizers()), LONG, true);
			StepVerifier.create(api.download(file(local.toString(), 5L)))
				.expectError(RequestNotSentException.class)
				.verify(LONG);
		}
	}

	@Test
	void blockingCodeReadsAStream() throws IOException {
		BlockingTelegramBotApi api = new WaitingTelegramBotApi(api());
		try (InputStream content = api.download(file("a.txt", 5L))) {
			assertThat(content).hasContent("hello");
		}
		assertThat(api.download(file("a.txt", 5L), this.directory.resolve("a"))).hasContent("hello");
		try (InputStream content = api.download(file("a.txt", 6L))) {
			assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(content::readAllBytes);
		}
	}

	private static void write(Socket socket, int length, String content) throws IOException {
		RawServer.readHead(socket.getInputStream());
		RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + content);
	}

	private static int release(DataBuffer buffer) {
		int length = buffer.readableByteCount();
		DataBufferUtils.release(buffer);
		return length;
	}

	private static long length(Path file) {
		try {
			return Files.size(file);
		}
		catch (IOException ex) {
			return -1;
		}
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
