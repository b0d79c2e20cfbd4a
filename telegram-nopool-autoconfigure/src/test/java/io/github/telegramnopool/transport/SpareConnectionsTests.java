// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpareConnections}, by the calls of a {@link BotTransport}.
 */
@Timeout(60)
class SpareConnectionsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final byte[] BODY = "{}".getBytes();

	private final List<AutoCloseable> opened = new ArrayList<>();

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicInteger tunnels = new AtomicInteger();

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable closeable : this.opened) {
			closeable.close();
		}
	}

	@Test
	void aCallTakesAConnectionThatWasBegunBefore() throws IOException {
		RawServer server = server(this::answer);
		BotTransport transport = transport(server.url(), Duration.ZERO);
		transport.prepare(1);
		Awaitility.await().until(() -> server.accepted() == 1);
		assertAnswered(transport);
		assertThat(server.accepted()).isEqualTo(1);
		assertAnswered(transport);
		assertThat(server.accepted()).as("each is used once").isEqualTo(2);
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void oneThatIsStillBeingMadeIsTakenToo() throws IOException {
		CountDownLatch taken = new CountDownLatch(1);
		RawServer proxy = server((socket) -> {
			RawServer.readHead(socket.getInputStream());
			await(taken);
			RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
			answer(socket);
		});
		BotTransport transport = transport("http://api.test", Duration.ZERO,
				Route.parse("http://127.0.0.1:" + proxy.port()));
		transport.prepare(1);
		Awaitility.await().until(() -> proxy.accepted() == 1);
		Mono<HttpAnswer> call = transport.call("sendMessage", BODY, LONG).cache();
		call.subscribe();
		taken.countDown();
		assertThat(call.block(LONG)).extracting(HttpAnswer::status).isEqualTo(200);
		assertThat(proxy.accepted()).isEqualTo(1);
	}

	@Test
	void oneThatHangsIsOvertakenByAnother() throws IOException {
		BotTransport transport = withOneThatHangs(Duration.ofMillis(200));
		long began = System.nanoTime();
		assertAnswered(transport);
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(900));
		Awaitility.await().until(() -> transport.connections().closed() == transport.connections().opened());
	}

	@Test
	void oneThatIsReadyIsTakenBeforeAnElderThatHangs() throws IOException {
		BotTransport transport = withOneThatHangs(Duration.ZERO);
		prepareAnother(transport);
		assertAnswered(transport);
		assertThat(transport.connections().opened()).isEqualTo(2);
	}

	@Test
	void oneThatWasOvertakenIsClosed() throws IOException {
		Duration interval = Duration.ofMillis(100);
		BotTransport transport = withOneThatHangs(interval);
		long began = System.nanoTime();
		Awaitility.await().until(() -> System.nanoTime() - began > interval.toNanos());
		prepareAnother(transport);
		assertAnswered(transport);
		assertThat(transport.isResponsive()).isTrue();
		transport.prepare(1);
		Awaitility.await().until(() -> transport.connections().opened() == 3);
	}

	/**
	 * A transport with a spare that the proxy leaves without an answer.
	 */
	private BotTransport withOneThatHangs(Duration hedgeAfter) throws IOException {
		AtomicInteger connections = new AtomicInteger();
		RawServer proxy = server((socket) -> {
			RawServer.readHead(socket.getInputStream());
			if (connections.incrementAndGet() == 1) {
				RawServer.readToTheEnd(socket.getInputStream());
				return;
			}
			RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
			this.tunnels.incrementAndGet();
			answer(socket);
		});
		BotTransport transport = transport("http://api.test", hedgeAfter,
				Route.parse("http://127.0.0.1:" + proxy.port()));
		transport.prepare(1);
		Awaitility.await().until(() -> connections.get() == 1);
		return transport;
	}

	private void prepareAnother(BotTransport transport) {
		transport.prepare(2);
		Awaitility.await().until(() -> this.tunnels.get() == 1);
		// The event loop has seen the answer when it has done something else after it
		assertThat(transport.isResponsive() && transport.isResponsive()).isTrue();
	}

	@Test
	void whatNobodyTakesIsClosed() throws IOException {
		RawServer server = server(this::answer);
		BotTransport transport = transport(server.url(), Duration.ZERO);
		transport.prepare(3);
		Awaitility.await().until(() -> server.accepted() == 3);
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> server.ended() == 3);
		assertThat(this.requests).hasValue(0);
		Awaitility.await().until(() -> transport.connections().equals(new ConnectionCounts(3, 3)));
		assertAnswered(transport);
		assertThat(server.accepted()).isEqualTo(4);
	}

	@Test
	void oneThatTheServerHasClosedIsNotTaken() throws IOException {
		AtomicInteger connections = new AtomicInteger();
		RawServer server = server((socket) -> {
			if (connections.incrementAndGet() > 1) {
				answer(socket);
			}
		});
		BotTransport transport = transport(server.url(), Duration.ZERO);
		transport.prepare(1);
		Awaitility.await().until(() -> transport.connections().equals(new ConnectionCounts(1, 1)));
		assertAnswered(transport);
		assertThat(server.accepted()).isEqualTo(2);
	}

	@Test
	void oneThatSpeaksUnaskedIsNotTaken() throws IOException {
		AtomicInteger connections = new AtomicInteger();
		RawServer server = server((socket) -> {
			if (connections.incrementAndGet() > 1) {
				answer(socket);
				return;
			}
			RawServer.write(socket, "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
			RawServer.readToTheEnd(socket.getInputStream());
		});
		BotTransport transport = transport(server.url(), Duration.ZERO);
		transport.prepare(1);
		Awaitility.await().until(() -> transport.connections().equals(new ConnectionCounts(1, 1)));
		assertAnswered(transport);
	}

	@Test
	void oneThatCannotBeMadeCostsNothing() throws IOException {
		BotTransport transport = transport("http://127.0.0.1:" + TransportFixtures.closedPort(), Duration.ZERO);
		transport.prepare(4);
		Awaitility.await().until(() -> transport.connections().closed() == 4);
	}

	@Test
	void noMoreThanFourAreKept() throws IOException {
		RawServer server = server(this::answer);
		BotTransport transport = transport(server.url(), Duration.ZERO);
		transport.prepare(100);
		transport.prepare(3);
		Awaitility.await().until(() -> server.accepted() == 4);
		int calls = 50;
		List<Integer> answers = Flux.range(0, calls)
			.flatMap((number) -> transport.call("sendMessage", BODY, LONG), 16)
			.map(HttpAnswer::status)
			.collectList()
			.block(LONG);
		assertThat(answers).hasSize(calls).containsOnly(200);
		assertThat(server.accepted()).isEqualTo(calls);
		assertThat(this.requests).hasValue(calls);
	}

	@Test
	void theyEndWithTheTransport() throws IOException {
		RawServer server = server(this::answer);
		BotTransport transport = transport(server.url(), Duration.ZERO);
		transport.prepare(2);
		Awaitility.await().until(() -> server.accepted() == 2);
		transport.close();
		Awaitility.await().atMost(Duration.ofSeconds(1)).until(() -> server.ended() == 2);
		transport.prepare(2);
		transport.expectCall();
		assertThat(transport.connections()).isEqualTo(new ConnectionCounts(2, 2));
	}

	@Test
	void aBotThatDoesNotAnswerHasNone() throws Exception {
		RawServer server = server(this::answer);
		BotTransport transport = transport(server.url(), Duration.ZERO);
		transport.expectCall();
		Awaitility.await().until(() -> server.accepted() == 1);
		Awaitility.await().until(() -> server.ended() == 1);
		for (int i = 0; i < 10; i++) {
			transport.expectCall();
		}
		assertAnswered(transport);
		assertThat(server.accepted()).isEqualTo(2);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void answer(Socket socket) throws IOException {
		if (RawServer.readHead(socket.getInputStream()).isEmpty()) {
			return;
		}
		socket.getInputStream().readNBytes(BODY.length);
		this.requests.incrementAndGet();
		RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
	}

	private static void assertAnswered(BotTransport transport) {
		assertThat(transport.call("sendMessage", BODY, LONG).block(LONG)).extracting(HttpAnswer::status).isEqualTo(200);
	}

	private RawServer server(RawServer.Behaviour behaviour) throws IOException {
		return keep(new RawServer(behaviour));
	}

	private BotTransport transport(String url, Duration hedgeAfter, Route... routes) {
		TransportSettings plain = TransportFixtures.settings(url, null);
		TransportSettings settings = new TransportSettings(URI.create(url), plain.token(), false,
				(routes.length > 0) ? List.of(routes) : plain.routes(), plain.timeouts(), hedgeAfter, null);
		return keep(new BotTransport("spare-test", settings, 1, 0, ClientCustomizers.none()));
	}

	private <T extends AutoCloseable> T keep(T closeable) {
		this.opened.add(closeable);
		return closeable;
	}

}
