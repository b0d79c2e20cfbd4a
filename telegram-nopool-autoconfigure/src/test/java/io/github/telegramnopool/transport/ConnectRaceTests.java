// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ConnectRace} and the routes that it takes, by the calls of a
 * {@link BotTransport}.
 */
@Timeout(60)
class ConnectRaceTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final byte[] BODY = "{}".getBytes();

	private Duration hedgeAfter = Duration.ZERO;

	private final List<AutoCloseable> opened = new ArrayList<>();

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable closeable : this.opened) {
			closeable.close();
		}
	}

	@Test
	void takesTheNextRouteWhenOneFails() throws IOException {
		RawServer refusing = server((socket) -> {
			RawServer.readHead(socket.getInputStream());
			RawServer.write(socket, "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
			RawServer.readToTheEnd(socket.getInputStream());
		});
		RawServer working = working();
		BotTransport transport = through("http://api.test", closed(), proxy(refusing), proxy(working));
		assertAnswered(transport);
		assertThat(refusing.accepted()).isEqualTo(1);
		assertThat(working.accepted()).isEqualTo(1);
		assertThat(transport.route()).isEqualTo("via http proxy 127.0.0.1:" + working.port());
	}

	@Test
	void remembersTheOneThatWorks() throws IOException {
		RawServer hanging = silent();
		BotTransport transport = through("http://api.test", proxy(hanging), proxy(working()));
		for (int i = 0; i < 20; i++) {
			assertAnswered(transport);
		}
		assertThat(hanging.accepted()).isEqualTo(1);
	}

	@Test
	void callsAtTheSameTimeWaitForAHangingProxyTogether() throws IOException {
		RawServer hanging = silent();
		RawServer working = working();
		BotTransport transport = through("http://api.test", proxy(hanging), proxy(working));
		List<Integer> answers = Flux.range(0, 20)
			.flatMap((number) -> transport.call("sendMessage", BODY, LONG), 20)
			.map(HttpAnswer::status)
			.collectList()
			.block(Duration.ofSeconds(5));
		assertThat(answers).hasSize(20).containsOnly(200);
		assertThat(working.accepted()).isEqualTo(20);
		assertThat(transport.connections().opened()).isEqualTo(40);
		Awaitility.await().until(() -> hanging.ended() == 20);
	}

	@Test
	void anotherConnectionIsBegunByTheNextRoute() throws IOException {
		this.hedgeAfter = Duration.ofMillis(100);
		RawServer hanging = silent();
		RawServer working = working();
		BotTransport transport = through("http://api.test", proxy(hanging), proxy(working));
		long began = System.nanoTime();
		assertAnswered(transport);
		assertThat(Duration.ofNanos(System.nanoTime() - began)).as("less than the proxy's time").isLessThan(SECOND);
		assertThat(hanging.accepted()).isPositive();
		assertThat(working.accepted()).isPositive();
		Awaitility.await().until(() -> hanging.ended() == hanging.accepted());
	}

	/**
	 * Else its port would wait for a minute.
	 */
	@Test
	void whatLosesTheRaceIsReset() throws IOException {
		this.hedgeAfter = Duration.ofMillis(100);
		RawServer hanging = silent();
		assertAnswered(through("http://api.test", proxy(hanging), proxy(working())));
		Awaitility.await().until(() -> hanging.ended() == hanging.accepted());
		assertThat(hanging.reset()).isPositive().isEqualTo(hanging.ended());
	}

	@Test
	void aRouteThatIsOvertakenAgainAndAgainIsLeftAlone() throws IOException {
		this.hedgeAfter = Duration.ofMillis(100);
		RawServer hanging = silent();
		BotTransport transport = through("http://api.test", proxy(hanging), proxy(working()));
		for (int i = 0; i < 10; i++) {
			assertAnswered(transport);
		}
		int accepted = hanging.accepted();
		// A call may come to it twice if the other one is slow as well
		assertThat(accepted).isBetween(3, 9);
		for (int i = 0; i < 10; i++) {
			assertAnswered(transport);
		}
		assertThat(hanging.accepted()).isEqualTo(accepted);
	}

	/**
	 * Else each would be dropped for a further one before it can be ready.
	 */
	@Test
	void aSlowPathIsGivenTheTimeThatItTook() throws IOException {
		this.hedgeAfter = Duration.ofMillis(50);
		CountDownLatch never = new CountDownLatch(1);
		RawServer slow = server((socket) -> {
			RawServer.readHead(socket.getInputStream());
			await(never, Duration.ofMillis(400));
			RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
			RawServer.readRequest(socket.getInputStream());
			RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
		});
		BotTransport transport = through("http://api.test", proxy(slow));
		for (int i = 0; i < 6; i++) {
			assertAnswered(transport);
		}
		long before = transport.connections().opened();
		assertAnswered(transport);
		assertThat(transport.connections().opened() - before).as("connections of a call, 8 by the interval set")
			.isBetween(2L, 5L);
	}

	@Test
	void noOtherConnectionIsBegunByARouteThatHasFailed() throws IOException {
		this.hedgeAfter = Duration.ofMillis(100);
		RawServer first = silent();
		RawServer second = silent();
		Routes routes = new Routes("test", List.of(proxy(first), proxy(second)));
		routes.failed(proxy(second), false, "down");
		BotTransport transport = through("http://api.test", routes, NameService.JVM, proxy(first), proxy(second));
		failure(transport.call("sendMessage", BODY, Duration.ofMillis(900)));
		assertThat(first.accepted()).isGreaterThan(1);
		assertThat(second.accepted()).isZero();
	}

	@Test
	void whenNoneWorksAllAreTriedSideBySide() throws IOException {
		this.hedgeAfter = Duration.ofMillis(100);
		RawServer first = silent();
		RawServer second = silent();
		Routes routes = new Routes("test", List.of(proxy(first), proxy(second)));
		routes.failed(proxy(first), false, "down");
		routes.failed(proxy(second), false, "down");
		BotTransport transport = through("http://api.test", routes, NameService.JVM, proxy(first), proxy(second));
		TransportException failure = failure(transport.call("sendMessage", BODY, LONG));
		assertThat(failure).hasMessageStartingWith("none of 2 routes works: ");
		assertThat(first.accepted()).isPositive();
		assertThat(second.accepted()).isPositive();
		Awaitility.await().until(() -> first.ended() + second.ended() == transport.connections().opened());
	}

	@Test
	void neverConnectsDirectlyUnlessThatIsWritten() throws IOException {
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.Answer.ok("true"))) {
			TransportException failure = failure(through(server.url(), closed(), closed()));
			assertThat(failure.isRequestSent()).isFalse();
			assertThat(server.requests("sendMessage")).isEmpty();
			assertAnswered(through(server.url(), closed(), new Route(null)));
			assertThat(server.requests("sendMessage")).hasSize(1);
		}
	}

	@Test
	void mayPreferNoProxy() throws IOException {
		RawServer working = working();
		assertAnswered(through("http://127.0.0.1:" + TransportFixtures.closedPort(), new Route(null), proxy(working)));
		assertThat(working.accepted()).isEqualTo(1);
	}

	@Test
	void tellsWhatHappenedOnEachRoute() throws IOException {
		RawServer hanging = silent();
		Route dead = closed();
		TransportException failure = failure(through("http://api.test", dead, proxy(hanging)));
		assertThat(failure).hasMessageStartingWith("none of 2 routes works: ")
			.hasMessageContaining(dead.proxy().description() + " refused the connection, is it running?; ")
			.hasMessageContaining("http proxy 127.0.0.1:" + hanging.port() + " opened no tunnel within 1 s");
		assertThat(failure.phase()).isEqualTo(Phase.PROXY);
		assertThat(failure.isRequestSent()).isFalse();
		assertThat(failure.isPermanent()).isFalse();
	}

	@Test
	void isPermanentIfEachRouteIs() throws IOException {
		RawServer refusing = server((socket) -> {
			RawServer.readHead(socket.getInputStream());
			RawServer.write(socket, "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
		});
		Route other = Route.parse("http://user:the-password@127.0.0.1:" + refusing.port());
		TransportException failure = failure(through("http://api.test", proxy(refusing), other));
		assertThat(failure.isPermanent()).isTrue();
		assertThat(failure).hasMessageContaining("asks for credentials")
			.hasMessageContaining("refused the credentials")
			.hasMessageNotContaining("the-password");
		assertThat(failure(through("http://api.test", closed(), other)).isPermanent()).isFalse();
	}

	@Test
	void aRequestThatHasLeftIsNotSentAgain() throws IOException {
		RawServer losing = server((socket) -> {
			RawServer.readHead(socket.getInputStream());
			RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
			RawServer.readRequest(socket.getInputStream());
		});
		RawServer working = working();
		TransportException failure = failure(through("http://api.test", proxy(losing), proxy(working)));
		assertThat(failure.isRequestSent()).isTrue();
		assertThat(working.accepted()).isZero();
	}

	@Test
	void theDeadlineHoldsForAllRoutesTogether() throws IOException {
		RawServer first = silent();
		RawServer second = silent();
		RawServer third = silent();
		BotTransport transport = through("http://api.test", proxy(first), proxy(second), proxy(third));
		long began = System.nanoTime();
		TransportException failure = failure(transport.call("sendMessage", BODY, Duration.ofMillis(1500)));
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofMillis(1400),
				Duration.ofMillis(1990));
		assertThat(failure).hasMessageContaining(first.port() + " opened no tunnel within 1 s")
			.hasMessageContaining(second.port() + " opened no tunnel within 1500 ms");
		assertThat(third.accepted()).isZero();
		Awaitility.await().until(() -> second.ended() == 1);
	}

	@Test
	void cancelEndsTheWalk() throws IOException {
		RawServer first = silent();
		RawServer second = silent();
		BotTransport transport = through("http://api.test", proxy(first), proxy(second));
		Disposable call = transport.call("sendMessage", BODY, LONG).subscribe();
		Awaitility.await().until(() -> second.accepted() == 1);
		call.dispose();
		Awaitility.await().atMost(Duration.ofMillis(800)).until(() -> second.ended() == 1);
		assertThat(first.ended()).isEqualTo(1);
	}

	@Test
	void readsAFileOnlyOnceATunnelStands() throws IOException {
		AtomicInteger read = new AtomicInteger();
		FilePart file = new FilePart("document", "a.txt", 3, () -> {
			read.incrementAndGet();
			return new ByteArrayInputStream("abc".getBytes());
		});
		MultipartBody body = new MultipartBody(Map.of(), List.of(file));
		BotTransport transport = through("http://api.test", proxy(silent()), proxy(working()));
		HttpAnswer answer = transport.upload("sendDocument", body, LONG, (sent) -> {
		}).block(LONG);
		assertThat(answer).extracting(HttpAnswer::status).isEqualTo(200);
		assertThat(read).hasValue(1);
	}

	@Test
	void aNameThatIsNotFoundInTimeHoldsUpNeitherTheCallNorOthers() throws IOException {
		CountDownLatch found = new CountDownLatch(1);
		RawServer working = working();
		RawServer late = silent();
		Route slow = Route.parse("http://slow.test:" + late.port());
		BotTransport transport = through("http://api.test", (host) -> {
			await(found);
			return new InetAddress[] { InetAddress.getByName("127.0.0.1") };
		}, slow, proxy(working));
		Mono<HttpAnswer> first = transport.call("sendMessage", BODY, LONG).cache();
		first.subscribe();
		Awaitility.await().until(() -> !transport.route().isEmpty());
		assertThat(first.block(LONG)).extracting(HttpAnswer::status).isEqualTo(200);
		found.countDown();
		assertAnswered(transport);
		assertThat(late.accepted()).isZero();
	}

	@Test
	void aSlowNameBlocksNoEventLoop() throws IOException {
		CountDownLatch found = new CountDownLatch(1);
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.Answer.ok("true"))) {
			BotTransport slow = through("http://name.test:" + URI.create(server.url()).getPort(), (host) -> {
				await(found);
				return new InetAddress[] { InetAddress.getByName("127.0.0.1") };
			}, new Route(null));
			Mono<HttpAnswer> call = slow.call("sendMessage", BODY, LONG).cache();
			call.subscribe();
			// The timer and the one event loop go on
			slow.pause(Duration.ofMillis(50)).block(SECOND);
			assertThat(failure(slow.call("getMe", BODY, Duration.ofMillis(200)))).extracting(TransportException::phase)
				.isEqualTo(Phase.DNS);
			found.countDown();
			assertThat(call.block(LONG)).extracting(HttpAnswer::status).isEqualTo(200);
		}
	}

	@Test
	void looksUpTheProxyAndNeverTheServerBehindIt() throws IOException {
		List<String> asked = new ArrayList<>();
		RawServer working = working();
		BotTransport transport = through("http://api.test", (host) -> {
			asked.add(host);
			return new InetAddress[] { InetAddress.getByName("127.0.0.1") };
		}, Route.parse("http://proxy.test:" + working.port()));
		assertAnswered(transport);
		assertAnswered(transport);
		assertThat(asked).containsExactly("proxy.test", "proxy.test");
	}

	@Test
	void triesEachAddressAndRemembersTheOneThatWorks() throws IOException {
		try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.3"));
				LoopbackServer server = LoopbackServer.answering(LoopbackServer.Answer.ok("true"))) {
			int port = URI.create(server.url()).getPort();
			BotTransport transport = through("http://name.test:" + port, (host) -> addresses("127.0.0.2", "127.0.0.1"),
					new Route(null));
			assertAnswered(transport);
			assertThat(transport.connections().opened()).isEqualTo(2);
			assertAnswered(transport);
			assertThat(transport.connections().opened()).isEqualTo(3);
			assertThat(nobody.isBound()).isTrue();
		}
	}

	@Test
	void anotherConnectionIsBegunToTheNextAddress() throws IOException {
		this.hedgeAfter = Duration.ofMillis(100);
		InetAddress nowhere = InetAddress.getByName("127.0.0.2");
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.Answer.ok("true"));
				ServerSocket full = new ServerSocket(URI.create(server.url()).getPort(), 1, nowhere)) {
			List<Socket> waiting = fill(full);
			assertThat(waiting).isNotEmpty();
			this.opened.addAll(waiting);
			BotTransport transport = through("http://name.test:" + full.getLocalPort(),
					(host) -> addresses("127.0.0.2", "127.0.0.1"), new Route(null));
			long began = System.nanoTime();
			assertAnswered(transport);
			assertThat(Duration.ofNanos(System.nanoTime() - began)).as("less than the time for TCP")
				.isLessThan(Duration.ofMillis(900));
		}
	}

	@Test
	void failsWhenEachAddressHasFailed() {
		BotTransport transport = through("http://name.test:1", (host) -> addresses("127.0.0.2", "127.0.0.1"),
				new Route(null));
		TransportException failure = failure(transport.call("sendMessage", BODY, LONG));
		assertThat(failure).hasMessage("name.test refused the connection");
		assertThat(failure.phase()).isEqualTo(Phase.TCP);
		assertThat(transport.connections().opened()).isEqualTo(2);
	}

	/**
	 * Connections to the first address are accepted a second late, as if a packet was
	 * lost.
	 */
	@Test
	void anAddressThatAnotherConnectionWasFasterToHasNotFailed() throws IOException {
		this.hedgeAfter = Duration.ofMillis(300);
		try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"));
				ServerSocket second = new ServerSocket(first.getLocalPort(), 50, InetAddress.getByName("127.0.0.1"))) {
			List<Socket> waiting = fill(first);
			AtomicBoolean raced = new AtomicBoolean();
			BotTransport transport = through("http://name.test:" + first.getLocalPort(),
					(host) -> raced.get() ? addresses("127.0.0.2", "127.0.0.1") : addresses("127.0.0.2"),
					new Route(null));
			Mono<HttpAnswer> call = transport.call("sendMessage", BODY, LONG).cache();
			call.subscribe();
			Awaitility.await().until(() -> transport.connections().opened() >= 1);
			for (Socket socket : waiting) {
				socket.close();
			}
			answer(first);
			assertThat(call.block(LONG)).extracting(HttpAnswer::status).isEqualTo(200);
			assertThat(transport.connections().opened()).isGreaterThanOrEqualTo(2);
			raced.set(true);
			second.setSoTimeout(1);
			Awaitility.await().until(() -> transport.connections().closed() == transport.connections().opened());
			assertAnswered(transport);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(second::accept);
		}
	}

	/**
	 * Until no further connection is accepted.
	 */
	private static List<Socket> fill(ServerSocket server) throws IOException {
		List<Socket> sockets = new ArrayList<>();
		while (sockets.size() < 10) {
			Socket socket = new Socket();
			try {
				socket.connect(server.getLocalSocketAddress(), 100);
				sockets.add(socket);
			}
			catch (SocketTimeoutException ex) {
				socket.close();
				return sockets;
			}
		}
		throw new IllegalStateException("All were accepted");
	}

	private static void answer(ServerSocket server) {
		Thread thread = new Thread(() -> {
			while (!server.isClosed()) {
				try (Socket socket = server.accept()) {
					RawServer.readRequest(socket.getInputStream());
					RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
				}
				catch (IOException | StringIndexOutOfBoundsException ex) {
					// One of those that filled it, or the end
				}
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	@Test
	void aFileThatCannotBeReadIsNoFaultOfARoute() throws IOException {
		FilePart file = new FilePart("document", "a.txt", 3, () -> {
			throw new IOException("no such file");
		});
		MultipartBody body = new MultipartBody(Map.of(), List.of(file));
		BotTransport transport = through("http://api.test", closed(), proxy(working()));
		TransportException failure = failure(transport.upload("sendDocument", body, LONG, (sent) -> {
		}));
		assertThat(failure).hasMessageNotContaining("routes");
		assertThat(failure.isPermanent()).isTrue();
	}

	@Test
	void aNameThatIsNotFoundKeepsNoOtherFromBeingFound() throws IOException {
		CountDownLatch found = new CountDownLatch(1);
		RawServer working = working();
		BotTransport transport = through("http://api.test", (host) -> {
			if (host.equals("slow.test")) {
				await(found);
			}
			return addresses("127.0.0.1");
		}, Route.parse("http://slow.test:1"), Route.parse("http://fast.test:" + working.port()));
		try {
			List<Integer> answers = Flux.range(0, 8)
				.flatMap((number) -> transport.call("sendMessage", BODY, Duration.ofSeconds(6)), 8)
				.map(HttpAnswer::status)
				.collectList()
				.block(LONG);
			assertThat(answers).hasSize(8).containsOnly(200);
		}
		finally {
			found.countDown();
		}
	}

	@Test
	void tellsOfTheEldestWhenTheDeadlineEndsTheRace() throws IOException {
		this.hedgeAfter = Duration.ofMillis(50);
		RawServer first = silent();
		RawServer second = silent();
		BotTransport transport = through("http://api.test", proxy(first),
				Route.parse("socks5://127.0.0.1:" + second.port()));
		List<String> told = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			told.add(failure(transport.call("sendMessage", BODY, Duration.ofMillis(150))).getMessage());
		}
		String eldest = "http proxy 127.0.0.1:" + first.port();
		assertThat(told).contains(eldest + " opened no tunnel within 150 ms")
			// On a busy machine some have not even come that far
			.allMatch((message) -> message.startsWith(eldest) || message.startsWith("no connection was begun"));
	}

	@Test
	void aConnectionThatIsClosedBeforeItIsReadyHasFailed() throws IOException {
		RawServer silent = silent();
		TelegramHttpClientCustomizer closing = (client) -> client.doOnChannelInit(
				(observer, channel, remote) -> channel.pipeline().addFirst(new ChannelInboundHandlerAdapter() {

					@Override
					public void channelActive(ChannelHandlerContext context) {
						context.close();
					}

				}));
		TransportSettings settings = TransportFixtures.settings(silent.url(), null);
		BotTransport transport = keep(
				new BotTransport("routed-test", settings, 1, 0, new ClientCustomizers(List.of(closing), List.of())));
		long began = System.nanoTime();
		failure(transport.call("sendMessage", BODY, LONG));
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SECOND);
	}

	private static InetAddress[] addresses(String... literals) {
		return Arrays.stream(literals).map((literal) -> {
			try {
				return InetAddress.getByName(literal);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}).toArray(InetAddress[]::new);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void await(CountDownLatch latch, Duration atMost) {
		try {
			latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void assertAnswered(BotTransport transport) {
		assertThat(transport.call("sendMessage", BODY, LONG).block(LONG)).extracting(HttpAnswer::status).isEqualTo(200);
	}

	private static TransportException failure(BotTransport transport) {
		return failure(transport.call("sendMessage", BODY, LONG));
	}

	private static TransportException failure(Mono<HttpAnswer> call) {
		return (TransportException) call.materialize().map((signal) -> {
			assertThat(signal.getThrowable()).isInstanceOf(TransportException.class);
			return signal.getThrowable();
		}).block(LONG);
	}

	private BotTransport through(String url, Route... routes) {
		return through(url, NameService.JVM, routes);
	}

	private BotTransport through(String url, NameService names, Route... routes) {
		return through(url, new Routes("test", List.of(routes)), names, routes);
	}

	private BotTransport through(String url, Routes shared, NameService names, Route... routes) {
		TransportSettings plain = TransportFixtures.settings(url, null);
		TransportSettings settings = new TransportSettings(plain.baseUrl(), plain.token(), false, List.of(routes),
				plain.timeouts(), this.hedgeAfter, null);
		return keep(new BotTransport("routed-test", settings, shared, 1, 0, ClientCustomizers.none(), names));
	}

	private RawServer silent() throws IOException {
		return keep(RawServer.silent());
	}

	private RawServer server(RawServer.Behaviour behaviour) throws IOException {
		return keep(new RawServer(behaviour));
	}

	private RawServer working() throws IOException {
		return server((socket) -> {
			RawServer.readHead(socket.getInputStream());
			RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
			RawServer.readRequest(socket.getInputStream());
			RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
		});
	}

	private <T extends AutoCloseable> T keep(T closeable) {
		this.opened.add(closeable);
		return closeable;
	}

	private static Route proxy(RawServer server) {
		return Route.parse("http://127.0.0.1:" + server.port());
	}

	private static Route closed() throws IOException {
		return Route.parse("socks5://127.0.0.1:" + TransportFixtures.closedPort());
	}

}
