// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.buffer.DataBufferUtils;

import io.github.telegramnopool.transport.LoopbackServer.Answer;
import io.github.telegramnopool.transport.LoopbackServer.Request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BotTransport}.
 */
@Timeout(60)
class BotTransportTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final Duration SHORT = Duration.ofMillis(1200);

	private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

	private final List<BotTransport> transports = new ArrayList<>();

	@AfterEach
	void closeTransports() {
		this.transports.forEach(BotTransport::close);
		eventually(() -> assertThat(threads()).isEmpty());
	}

	/**
	 * What users change.
	 */
	ClientCustomizers customizers() {
		return ClientCustomizers.none();
	}

	private BotTransport transport(String url) {
		return transport(url, null, 0, customizers());
	}

	private BotTransport transport(String url, @Nullable ProxySettings proxy, int limit,
			ClientCustomizers customizers) {
		return transport(TransportFixtures.settings(url, proxy), limit, customizers);
	}

	private BotTransport transport(TransportSettings settings, int limit, ClientCustomizers customizers) {
		BotTransport transport = new BotTransport("telegram-test", settings, 2, limit, customizers);
		this.transports.add(transport);
		return transport;
	}

	private static TransportException failure(Mono<HttpAnswer> call) {
		return (TransportException) call.materialize().map((signal) -> {
			assertThat(signal.getThrowable()).isInstanceOf(TransportException.class);
			return signal.getThrowable();
		}).block(Duration.ofSeconds(30));
	}

	private static List<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("telegram-test"))
			.toList();
	}

	private static void eventually(Runnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(assertion::run);
	}

	@Nested
	class WithAServerTests {

		private final LoopbackServer server = LoopbackServer.answering(Answer.ok("true"));

		@AfterEach
		void closeServer() {
			this.server.close();
		}

		@Test
		void nothingHappensBeforeItIsSubscribedTo() {
			BotTransport transport = transport(this.server.url());
			transport.call("getMe", BODY, LONG);
			assertThat(transport.connections()).isEqualTo(new ConnectionCounts(0, 0));
			assertThat(threads()).isEmpty();
		}

		@Test
		void carriesTheAnswer() {
			Answer teapot = new Answer(418, Map.of("Content-Type", "text/x", "Retry-After", "7"), "short and stout");
			this.server.answers((request) -> Mono.just(teapot));
			StepVerifier.create(transport(this.server.url()).call("getMe", BODY, LONG)).assertNext((answer) -> {
				assertThat(answer.status()).isEqualTo(418);
				assertThat(answer.contentType()).isEqualTo("text/x");
				assertThat(answer.retryAfter()).isEqualTo("7");
				assertThat(answer.body()).asString().isEqualTo("short and stout");
			}).expectComplete().verify(LONG);
		}

		@Test
		void anEmptyBodyIsAnAnswerToo() {
			this.server.answers((request) -> Mono.just(new Answer(502, Map.of(), "")));
			StepVerifier.create(transport(this.server.url()).call("getMe", BODY, LONG))
				.assertNext((answer) -> assertThat(answer.body()).isEmpty())
				.expectComplete()
				.verify(LONG);
		}

		@Test
		void postsTheJson() {
			transport(this.server.url()).call("sendMessage", "{\"a\":1}".getBytes(StandardCharsets.UTF_8), LONG)
				.block(LONG);
			Request request = this.server.requests().get(0);
			assertThat(request.httpMethod()).isEqualTo("POST");
			assertThat(request.body()).isEqualTo("{\"a\":1}");
			assertThat(request.headers().get("Content-Type")).isEqualTo("application/json");
		}

		@Test
		void opensOneConnectionPerCall() {
			BotTransport transport = transport(this.server.url());
			for (int i = 0; i < 5; i++) {
				transport.call("getMe", BODY, LONG).block(LONG);
			}
			assertThat(this.server.opened()).isEqualTo(5);
			assertThat(this.server.requests()).extracting(Request::connection).doesNotHaveDuplicates();
			eventually(() -> assertThat(transport.connections()).isEqualTo(new ConnectionCounts(5, 5)));
			eventually(() -> assertThat(this.server.open()).isZero());
		}

		@Test
		void aDownloadCountsAsACall() {
			BotTransport transport = transport(this.server.url(), null, 1, customizers());
			Sinks.One<Answer> answer = Sinks.one();
			this.server.answers((request) -> answer.asMono());
			Disposable download = transport.download("a", LONG).subscribe(DataBufferUtils::release);
			Disposable call = transport.call("getMe", BODY, LONG).subscribe();
			eventually(() -> assertThat(this.server.requests()).hasSize(1));
			assertThat(transport.waitingCalls()).isEqualTo(1);
			answer.tryEmitValue(Answer.ok("true"));
			eventually(() -> assertThat(download.isDisposed() && call.isDisposed()).isTrue());
			assertThat(this.server.requests()).hasSize(2);
			assertThat(this.server.opened()).isEqualTo(2);
		}

		@Test
		void asksTheServerToCloseToo() {
			transport(this.server.url()).call("getMe", BODY, LONG).block(LONG);
			assertThat(this.server.requests().get(0).headers().getAll("Connection")).containsExactly("close");
		}

		@Test
		void asksForNoCompression() {
			transport(this.server.url()).call("getMe", BODY, LONG).block(LONG);
			assertThat(this.server.requests().get(0).headers().contains("Accept-Encoding")).isFalse();
		}

		@Test
		void onlyTheWireKnowsTheToken() {
			List<URI> seen = new CopyOnWriteArrayList<>();
			ClientCustomizers customizers = new ClientCustomizers(List.of(),
					List.of((builder) -> builder.filter((request, next) -> {
						seen.add(request.url());
						return next.exchange(request);
					})));
			transport(this.server.url() + "/base", null, 0, customizers).call("getMe", BODY, LONG).block(LONG);
			assertThat(seen).containsExactly(URI.create(this.server.url() + "/base/getMe"));
			assertThat(this.server.requests()).extracting(Request::uri)
				.containsExactly("/base/bot" + TransportFixtures.TOKEN + "/getMe");
		}

		@Test
		void appliesTheHttpClientsCustomizers() {
			ClientCustomizers customizers = new ClientCustomizers(
					List.of((client) -> client.headers((headers) -> headers.set("X-Test", "yes"))), List.of());
			transport(this.server.url(), null, 0, customizers).call("getMe", BODY, LONG).block(LONG);
			assertThat(this.server.requests().get(0).headers().get("X-Test")).isEqualTo("yes");
		}

		@Test
		void customizersCannotBringConnectionsBackToLife() {
			ClientCustomizers customizers = new ClientCustomizers(
					List.of((client) -> client.keepAlive(true).followRedirect(true).compress(true).disableRetry(false)),
					List.of());
			BotTransport transport = transport(this.server.url(), null, 0, customizers);
			transport.call("getMe", BODY, LONG).block(LONG);
			transport.call("getMe", BODY, LONG).block(LONG);
			assertThat(this.server.opened()).isEqualTo(2);
			assertThat(this.server.requests().get(0).headers().get("Connection")).isEqualTo("close");
			assertThat(this.server.requests().get(0).headers().contains("Accept-Encoding")).isFalse();
		}

		@Test
		void followsNoRedirect() {
			this.server.answers(
					(request) -> Mono.just(new Answer(302, Map.of("Location", this.server.url() + "/elsewhere"), "")));
			HttpAnswer answer = transport(this.server.url()).call("getMe", BODY, LONG).block(LONG);
			assertThat(answer).extracting(HttpAnswer::status).isEqualTo(302);
			assertThat(this.server.requests()).hasSize(1);
		}

		@Test
		void takesAnAnswerOfFourMebibytes() {
			String large = "x".repeat(4 * 1024 * 1024);
			this.server.answers((request) -> Mono.just(Answer.json(large)));
			HttpAnswer answer = transport(this.server.url()).call("getUpdates", BODY, LONG).block(LONG);
			assertThat(answer).satisfies((it) -> assertThat(it.body()).hasSize(large.length()));
		}

		@Test
		void refusesAnAnswerThatIsTooLarge() {
			String tooLarge = "x".repeat(8 * 1024 * 1024 + 1);
			this.server.answers((request) -> Mono.just(Answer.json(tooLarge)));
			BotTransport transport = transport(this.server.url());
			TransportException failure = failure(transport.call("getUpdates", BODY, LONG));
			assertThat(failure).hasMessageContaining("larger than can be taken");
			assertThat(failure.isRequestSent()).isTrue();
			eventually(() -> assertThat(transport.connections().open()).isZero());
		}

		@Test
		void manyAtATimeEachHaveTheirOwnConnection() {
			BotTransport transport = transport(this.server.url(), null, 8, customizers());
			Long answers = Flux.range(0, 200)
				.flatMap((i) -> transport.call("getMe", BODY, LONG), 200)
				.count()
				.block(Duration.ofSeconds(40));
			assertThat(answers).isEqualTo(200);
			assertThat(this.server.opened()).isEqualTo(200);
			assertThat(transport.waitingCalls()).isZero();
			eventually(() -> assertThat(transport.connections()).isEqualTo(new ConnectionCounts(200, 200)));
		}

		@Test
		void closeEndsItsThreads() {
			BotTransport transport = transport(this.server.url());
			transport.call("getMe", BODY, LONG).block(LONG);
			assertThat(threads()).isNotEmpty().allMatch(Thread::isDaemon);
			transport.close();
			eventually(() -> assertThat(threads()).isEmpty());
		}

	}

	@Nested
	class WithoutAnAnswerTests {

		@Test
		void aRefusedConnectionIsNotSent() throws IOException {
			BotTransport transport = transport("http://127.0.0.1:" + TransportFixtures.closedPort());
			TransportException failure = failure(transport.call("sendMessage", BODY, LONG));
			assertThat(failure.isRequestSent()).isFalse();
			assertThat(failure.phase()).isEqualTo(Phase.TCP);
			assertThat(failure).hasMessage("127.0.0.1 refused the connection");
			assertThat(failure.isPermanent()).isFalse();
			eventually(() -> assertThat(transport.connections().open()).isZero());
		}

		@Test
		void aNameThatDoesNotExistIsNotSent() {
			TransportException failure = failure(
					transport("http://no-such-host.invalid").call("sendMessage", BODY, LONG));
			assertThat(failure.isRequestSent()).isFalse();
			assertThat(failure.phase()).isEqualTo(Phase.DNS);
			assertThat(failure).hasMessageContaining("no-such-host.invalid");
		}

		@Test
		void theDeadlineClosesTheConnection() throws IOException {
			try (RawServer server = RawServer.silent()) {
				BotTransport transport = transport(server.url());
				TransportException failure = failure(transport.call("sendMessage", BODY, SHORT));
				assertThat(failure.isRequestSent()).isTrue();
				assertThat(failure.phase()).isEqualTo(Phase.REQUEST);
				assertThat(failure).hasMessage("the request was sent but not answered within 1200 ms");
				eventually(() -> assertThat(server.ended()).isEqualTo(1));
				eventually(() -> assertThat(transport.connections()).isEqualTo(new ConnectionCounts(1, 1)));
			}
		}

		@Test
		void anAnswerHasToBeginInTime() throws IOException {
			try (RawServer server = RawServer.silent()) {
				TransportException failure = failure(transport(server.url()).call("getUpdates", BODY, LONG, SHORT));
				assertThat(failure.isRequestSent()).isTrue();
				assertThat(failure).hasMessage("the request was sent but not answered within 1200 ms");
				eventually(() -> assertThat(server.ended()).isEqualTo(1));
			}
		}

		@Test
		void anAnswerThatHasBegunHasTheTimeOfTheCall() throws IOException {
			try (RawServer server = new RawServer((socket) -> {
				RawServer.readRequest(socket.getInputStream());
				RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{");
				LockSupport.parkNanos(SHORT.multipliedBy(2).toNanos());
				RawServer.write(socket, "}");
			})) {
				Mono<HttpAnswer> answer = transport(server.url()).call("getUpdates", BODY, LONG, SHORT);
				assertThat(answer.block(LONG)).extracting(HttpAnswer::status).isEqualTo(200);
			}
		}

		@Test
		void theDeadlineHoldsForABodyThatDrips() throws IOException {
			try (RawServer server = new RawServer((socket) -> {
				RawServer.readRequest(socket.getInputStream());
				RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
				for (int i = 0; i < 1000; i++) {
					RawServer.write(socket, " ");
					LockSupport.parkNanos(20_000_000);
				}
			})) {
				TransportException failure = failure(transport(server.url()).call("sendMessage", BODY, SHORT));
				assertThat(failure.isRequestSent()).isTrue();
				assertThat(failure.phase()).isEqualTo(Phase.RESPONSE);
				eventually(() -> assertThat(server.ended()).isEqualTo(1));
			}
		}

		@Test
		void cancelClosesTheConnectionAtOnce() throws IOException {
			try (RawServer server = RawServer.silent()) {
				BotTransport transport = transport(server.url());
				Disposable call = transport.call("sendMessage", BODY, LONG).subscribe();
				eventually(() -> assertThat(server.accepted()).isEqualTo(1));
				call.dispose();
				eventually(() -> assertThat(server.ended()).isEqualTo(1));
				eventually(() -> assertThat(transport.connections()).isEqualTo(new ConnectionCounts(1, 1)));
			}
		}

		@Test
		void whatACancelledCallMissesIsNoError() throws IOException {
			List<Throwable> dropped = new CopyOnWriteArrayList<>();
			Hooks.onErrorDropped(dropped::add);
			try (RawServer server = RawServer.silent()) {
				BotTransport transport = transport(server.url());
				for (int i = 1; i <= 200; i++) {
					int calls = i;
					Disposable call = transport.call("sendMessage", BODY, LONG).subscribe();
					Awaitility.await()
						.pollInterval(Duration.ofMillis(1))
						.until(() -> transport.connections().opened() == calls);
					call.dispose();
				}
				eventually(() -> assertThat(transport.connections().open()).isZero());
			}
			finally {
				Hooks.resetOnErrorDropped();
			}
			assertThat(dropped).isEmpty();
		}

		@Test
		void cancelClosesAConnectionWhoseHandshakeHangs() throws IOException {
			try (RawServer server = RawServer.silent()) {
				BotTransport transport = transport("https://127.0.0.1:" + server.port());
				Disposable call = transport.call("sendMessage", BODY, LONG).subscribe();
				eventually(() -> assertThat(server.accepted()).isEqualTo(1));
				call.dispose();
				Awaitility.await().atMost(Duration.ofMillis(800)).until(() -> server.ended() == 1);
			}
		}

		@Test
		void aServerThatClosesAfterTheRequestHasPerhapsExecutedIt() throws IOException {
			try (RawServer server = new RawServer((socket) -> RawServer.readRequest(socket.getInputStream()))) {
				BotTransport transport = transport(server.url());
				TransportException failure = failure(transport.call("sendMessage", BODY, LONG));
				assertThat(failure.isRequestSent()).isTrue();
				assertThat(failure.phase()).isEqualTo(Phase.REQUEST);
				assertThat(failure).hasMessageStartingWith("the connection was lost after the request was sent");
				assertThat(server.accepted()).as("never sent twice").isEqualTo(1);
			}
		}

		@Test
		void anAnswerThatBreaksOffIsAFailure() throws IOException {
			try (RawServer server = new RawServer((socket) -> {
				RawServer.readRequest(socket.getInputStream());
				RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"ok\"");
			})) {
				TransportException failure = failure(transport(server.url()).call("sendMessage", BODY, LONG));
				assertThat(failure.isRequestSent()).isTrue();
				assertThat(failure.phase()).isEqualTo(Phase.RESPONSE);
			}
		}

		@Test
		void whatIsNoHttpIsAFailure() throws IOException {
			try (RawServer server = new RawServer((socket) -> {
				RawServer.readRequest(socket.getInputStream());
				RawServer.write(socket, "220 mail.example ESMTP\r\n\r\n");
			})) {
				TransportException failure = failure(transport(server.url()).call("sendMessage", BODY, LONG));
				assertThat(failure.isRequestSent()).isTrue();
			}
		}

		@Test
		void neverTellsTheToken() throws IOException {
			try (RawServer server = new RawServer((socket) -> {
				RawServer.readRequest(socket.getInputStream());
				RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"ok\"");
			})) {
				TransportException failure = failure(transport(server.url()).call("sendMessage", BODY, LONG));
				StringWriter trace = new StringWriter();
				failure.printStackTrace(new PrintWriter(trace));
				assertThat(trace.toString()).contains("TransportException").doesNotContain(TransportFixtures.SECRET);
			}
		}

		@Test
		void waitingForAnotherCallIsInsideTheDeadline() throws IOException {
			try (RawServer server = RawServer.silent()) {
				BotTransport transport = transport(server.url(), null, 1, customizers());
				transport.call("sendMessage", BODY, LONG).toFuture();
				eventually(() -> assertThat(server.accepted()).isEqualTo(1));
				CompletableFuture<HttpAnswer> second = transport.call("sendMessage", BODY, SHORT).toFuture();
				assertThat(transport.waitingCalls()).isEqualTo(1);
				TransportException failure = failure(Mono.fromFuture(second));
				assertThat(failure.phase()).isEqualTo(Phase.WAITING);
				assertThat(failure.isRequestSent()).isFalse();
				assertThat(failure).hasMessageContaining("telegram.http.max-concurrent-calls");
				assertThat(transport.waitingCalls()).isZero();
				assertThat(transport.connections().opened()).isEqualTo(1);
			}
		}

		@Test
		void aCallThatWaitsBeginsWhenAnotherIsGivenUp() throws IOException {
			try (RawServer server = RawServer.silent()) {
				BotTransport transport = transport(server.url(), null, 1, customizers());
				transport.call("sendMessage", BODY, SHORT).subscribe((answer) -> {
				}, (ex) -> {
				});
				transport.call("sendMessage", BODY, LONG).subscribe((answer) -> {
				}, (ex) -> {
				});
				eventually(() -> assertThat(server.accepted()).isEqualTo(2));
			}
		}

		@Test
		void closeEndsCallsThatAreUnderWay() throws IOException {
			try (RawServer server = RawServer.silent()) {
				BotTransport transport = transport(server.url());
				CompletableFuture<HttpAnswer> call = transport.call("sendMessage", BODY, LONG).toFuture();
				eventually(() -> assertThat(server.accepted()).isEqualTo(1));
				transport.close();
				Awaitility.await().atMost(Duration.ofSeconds(3)).until(call::isDone);
				assertThat(call).isCompletedExceptionally();
				eventually(() -> assertThat(server.ended()).isEqualTo(1));
			}
		}

		@Test
		void closeEndsCallsThatWait() throws IOException {
			try (RawServer server = RawServer.silent()) {
				BotTransport transport = transport(server.url(), null, 1, customizers());
				List<Throwable> dropped = new CopyOnWriteArrayList<>();
				Hooks.onErrorDropped(dropped::add);
				transport.call("sendMessage", BODY, LONG).toFuture();
				List<CompletableFuture<HttpAnswer>> waiting = new ArrayList<>();
				for (int i = 0; i < 3000; i++) {
					waiting.add(transport.call("sendMessage", BODY, LONG).toFuture());
				}
				eventually(() -> assertThat(server.accepted()).isEqualTo(1));
				transport.close();
				Awaitility.await()
					.atMost(Duration.ofSeconds(5))
					.until(() -> waiting.stream().allMatch(CompletableFuture::isCompletedExceptionally));
				assertThat(transport.connections().opened()).isEqualTo(1);
				assertThat(dropped).isEmpty();
			}
			finally {
				Hooks.resetOnErrorDropped();
			}
		}

		@Test
		void closeEndsPauses() {
			BotTransport transport = transport("http://127.0.0.1:1");
			CompletableFuture<Void> pause = transport.pause(LONG).toFuture();
			transport.close();
			Awaitility.await().atMost(Duration.ofSeconds(3)).until(pause::isCompletedExceptionally);
		}

		@Test
		void aCallAfterCloseFails() {
			BotTransport transport = transport("http://127.0.0.1:1");
			transport.close();
			assertThat(failure(transport.call("sendMessage", BODY, LONG)).isRequestSent()).isFalse();
			assertThat(threads()).isEmpty();
		}

	}

	@Nested
	class ThroughAProxyTests {

		private static final ProxySettings NOWHERE = new ProxySettings(ProxyType.HTTP, "no-such-proxy.invalid", 3128,
				null, null);

		@Test
		void aProxyThatCannotBeResolvedIsNamed() {
			TransportException failure = failure(
					transport("http://api.test", NOWHERE, 0, customizers()).call("getMe", BODY, LONG));
			assertThat(failure.phase()).isEqualTo(Phase.DNS);
			assertThat(failure).hasMessage(
					"the name of http proxy no-such-proxy.invalid:3128 cannot be resolved, is it right and does this machine have DNS?");
		}

		@Test
		void aProxyThatIsDownIsNamed() throws IOException {
			int port = TransportFixtures.closedPort();
			TransportException failure = failure(through(ProxyType.SOCKS5, port));
			assertThat(failure.phase()).isEqualTo(Phase.TCP);
			assertThat(failure)
				.hasMessage("socks5 proxy 127.0.0.1:" + port + " refused the connection, is it running?");
		}

		@Test
		void aProxyThatNeverAnswersIsGivenUp() throws IOException {
			try (RawServer proxy = RawServer.silent()) {
				TransportException failure = failure(through(ProxyType.HTTP, proxy.port()));
				assertThat(failure.phase()).isEqualTo(Phase.PROXY);
				assertThat(failure.isRequestSent()).isFalse();
				assertThat(failure).hasMessageContaining("opened no tunnel within 1 s");
				eventually(() -> assertThat(proxy.ended()).isEqualTo(1));
			}
		}

		@Test
		void aProxyThatWantsOtherCredentialsIsPermanent() throws IOException {
			try (RawServer proxy = new RawServer((socket) -> {
				RawServer.readHead(socket.getInputStream());
				RawServer.write(socket, "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
			})) {
				TransportException failure = failure(through(ProxyType.HTTP, proxy.port()));
				assertThat(failure.phase()).isEqualTo(Phase.PROXY);
				assertThat(failure.isPermanent()).isTrue();
				assertThat(failure).hasMessageContaining("asks for credentials (407");
			}
		}

		@Test
		void aProxyThatClosesIsNamed() throws IOException {
			try (RawServer proxy = new RawServer((socket) -> RawServer.readHead(socket.getInputStream()))) {
				TransportException failure = failure(through(ProxyType.HTTP, proxy.port()));
				assertThat(failure.phase()).isEqualTo(Phase.PROXY);
				assertThat(failure.isRequestSent()).isFalse();
			}
		}

		@Test
		void leavesTheNameToTheProxy() throws IOException {
			List<String> asked = new CopyOnWriteArrayList<>();
			try (RawServer proxy = new RawServer((socket) -> {
				asked.add(RawServer.readHead(socket.getInputStream()).lines().findFirst().orElse(""));
				RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
				asked.add(RawServer.readHead(socket.getInputStream()).lines().findFirst().orElse(""));
				RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
			})) {
				ProxySettings settings = new ProxySettings(ProxyType.HTTP, "127.0.0.1", proxy.port(), null, null);
				HttpAnswer answer = transport("http://only-the-proxy-knows.invalid:81", settings, 0, customizers())
					.call("getMe", BODY, LONG)
					.block(LONG);
				assertThat(answer).extracting(HttpAnswer::status).isEqualTo(200);
				assertThat(asked).containsExactly("CONNECT only-the-proxy-knows.invalid:81 HTTP/1.1",
						"POST /bot" + TransportFixtures.TOKEN + "/getMe HTTP/1.1");
			}
		}

		@Test
		void cancelClosesAConnectionWhoseTunnelHangs() throws IOException {
			try (RawServer proxy = RawServer.silent()) {
				ProxySettings settings = new ProxySettings(ProxyType.HTTP, "127.0.0.1", proxy.port(), null, null);
				BotTransport transport = transport("https://api.test", settings, 0, customizers());
				Disposable call = transport.call("sendMessage", BODY, LONG).subscribe();
				eventually(() -> assertThat(proxy.accepted()).isEqualTo(1));
				call.dispose();
				Awaitility.await().atMost(Duration.ofMillis(800)).until(() -> proxy.ended() == 1);
			}
		}

		@Test
		void aTunnelThatBreaksAfterTheRequestIsSent() throws IOException {
			try (RawServer proxy = new RawServer((socket) -> {
				RawServer.readHead(socket.getInputStream());
				RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
				RawServer.readRequest(socket.getInputStream());
			})) {
				TransportException failure = failure(through(ProxyType.HTTP, proxy.port()));
				assertThat(failure.phase()).isEqualTo(Phase.REQUEST);
				assertThat(failure.isRequestSent()).isTrue();
			}
		}

		@Test
		void findsTheProxyWhileReactorsThreadsAreTaken() throws Exception {
			CountDownLatch release = new CountDownLatch(1);
			try (RawServer proxy = new RawServer((socket) -> {
				RawServer.readHead(socket.getInputStream());
				RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
				RawServer.readRequest(socket.getInputStream());
				RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
			})) {
				for (int i = 0; i < Schedulers.DEFAULT_BOUNDED_ELASTIC_SIZE; i++) {
					Schedulers.boundedElastic().schedule(() -> {
						try {
							release.await();
						}
						catch (InterruptedException ex) {
							Thread.currentThread().interrupt();
						}
					});
				}
				HttpAnswer answer = through(ProxyType.HTTP, proxy.port()).block(LONG);
				assertThat(answer).extracting(HttpAnswer::status).isEqualTo(200);
			}
			finally {
				release.countDown();
			}
		}

		private Mono<HttpAnswer> through(ProxyType type, int port) {
			return transport("http://api.test", new ProxySettings(type, "127.0.0.1", port, null, null), 0,
					customizers())
				.call("sendMessage", BODY, LONG);
		}

	}

	@Nested
	class OverTlsTests {

		private final KeyStore store = keyStore();

		private @Nullable RawServer server;

		@BeforeEach
		void startServer() throws Exception {
			KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keys.init(this.store, "changeit".toCharArray());
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keys.getKeyManagers(), null, null);
			SSLServerSocket socket = (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
			this.server = new RawServer(socket, (connection) -> {
				RawServer.readRequest(connection.getInputStream());
				RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
			});
		}

		@AfterEach
		void closeServer() throws IOException {
			if (this.server != null) {
				this.server.close();
			}
		}

		@Test
		void trustsTheBundle() {
			HttpAnswer answer = transport(settings("localhost", bundle()), 0, customizers()).call("getMe", BODY, LONG)
				.block(LONG);
			assertThat(answer).extracting(HttpAnswer::status).isEqualTo(200);
		}

		@Test
		void refusesACertificateOfNobodyKnown() {
			TransportException failure = failure(
					transport(settings("localhost", null), 0, customizers()).call("sendMessage", BODY, LONG));
			assertThat(failure.phase()).isEqualTo(Phase.TLS);
			assertThat(failure.isRequestSent()).isFalse();
			assertThat(failure.isPermanent()).isTrue();
			assertThat(failure).hasMessageContaining("telegram.ssl.bundle");
		}

		@Test
		void refusesACertificateOfAnotherName() {
			TransportException failure = failure(
					transport(settings("127.0.0.1", bundle()), 0, customizers()).call("sendMessage", BODY, LONG));
			assertThat(failure.phase()).isEqualTo(Phase.TLS);
			assertThat(failure.isRequestSent()).isFalse();
			assertThat(failure.isPermanent()).isTrue();
		}

		@Test
		void aServerThatSpeaksNoTlsIsNotSent() throws IOException {
			try (RawServer plain = new RawServer((socket) -> {
				socket.getInputStream().read();
				RawServer.write(socket, "HTTP/1.1 400 Bad Request\r\n\r\n");
			})) {
				TransportException failure = failure(
						transport("https://127.0.0.1:" + plain.port()).call("sendMessage", BODY, LONG));
				assertThat(failure.phase()).isEqualTo(Phase.TLS);
				assertThat(failure.isRequestSent()).isFalse();
			}
		}

		@Test
		void aHandshakeThatHangsIsGivenUp() throws IOException {
			try (RawServer silent = RawServer.silent()) {
				TransportException failure = failure(
						transport("https://127.0.0.1:" + silent.port()).call("sendMessage", BODY, LONG));
				assertThat(failure.phase()).isEqualTo(Phase.TLS);
				assertThat(failure.isRequestSent()).isFalse();
				assertThat(failure).hasMessageContaining("within 1 s");
				eventually(() -> assertThat(silent.ended()).isEqualTo(1));
			}
		}

		private TransportSettings settings(String host, @Nullable SslBundle bundle) {
			assertThat(this.server).isNotNull();
			TransportSettings plain = TransportFixtures.settings("https://" + host + ":" + this.server.port(), null);
			return new TransportSettings(plain.baseUrl(), plain.token(), false, plain.routes(),
					new PhaseTimeouts(LONG, LONG, LONG), Duration.ZERO, bundle);
		}

		private SslBundle bundle() {
			return SslBundle.of(SslStoreBundle.of(null, null, this.store));
		}

		private static KeyStore keyStore() {
			try {
				KeyStore store = KeyStore.getInstance("PKCS12");
				store.load(new ClassPathResource("localhost.p12", BotTransportTests.class).getInputStream(),
						"changeit".toCharArray());
				return store;
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	@Test
	void refusesToWaitForAWebClientThatCannotBeMade() {
		ClientCustomizers broken = new ClientCustomizers(List.of(), List.of((builder) -> {
			throw new IllegalStateException("broken customizer");
		}));
		assertThatExceptionOfType(TransportException.class)
			.isThrownBy(() -> transport("http://127.0.0.1:1", null, 0, broken).call("getMe", BODY, LONG).block(LONG))
			.withMessageContaining("broken customizer");
	}

}
