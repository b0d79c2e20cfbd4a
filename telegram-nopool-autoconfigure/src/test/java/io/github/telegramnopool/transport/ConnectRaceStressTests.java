// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls that race, fail, end by their deadline and are cancelled, all at random.
 */
@Timeout(120)
class ConnectRaceStressTests {

	private static final int CALLS = 600;

	private static final Duration LONG = Duration.ofSeconds(20);

	private final long seed = Long.getLong("seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final Map<String, AtomicInteger> executed = new ConcurrentHashMap<>();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final AtomicReference<ConnectionProvider> provider = new AtomicReference<>();

	private final List<AutoCloseable> opened = new ArrayList<>();

	@BeforeEach
	void readLog() {
		System.out.println("seed " + this.seed);
		this.log.start();
		root().addAppender(this.log);
	}

	@AfterEach
	void close() throws Exception {
		root().detachAppender(this.log);
		for (AutoCloseable closeable : this.opened) {
			closeable.close();
		}
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Test
	void everyCallEndsOnceAndLeavesNothingBehind() throws Exception {
		RawServer first = server();
		RawServer second = server();
		BotTransport transport = transport(first, second);
		CountDownLatch ended = new CountDownLatch(CALLS);
		Map<String, TransportException> failures = new ConcurrentHashMap<>();
		List<String> answered = new CopyOnWriteArrayList<>();
		List<Throwable> foreign = new CopyOnWriteArrayList<>();
		for (int i = 0; i < CALLS; i++) {
			String id = "call" + i;
			Duration deadline = Duration.ofMillis(20 + this.random.nextInt(600));
			Disposable call = transport.call(id, "{}".getBytes(), deadline)
				.doFinally((signal) -> ended.countDown())
				.materialize()
				.subscribe((signal) -> {
					if (signal.hasValue()) {
						answered.add(id);
					}
					else if (signal.getThrowable() instanceof TransportException failure) {
						failures.put(id, failure);
					}
					else if (signal.hasError()) {
						foreign.add(signal.getThrowable());
					}
				});
			if (this.random.nextInt(4) == 0) {
				transport.pause(Duration.ofMillis(this.random.nextInt(150))).subscribe(null, null, call::dispose);
			}
			pass(this.random.nextInt(8));
		}
		assertThat(ended.await(20, TimeUnit.SECONDS)).as("all have ended").isTrue();
		assertThat(foreign).isEmpty();
		Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
			ConnectionCounts counts = transport.connections();
			assertThat(counts.closed()).isEqualTo(counts.opened());
		});
		assertThat(taken()).isZero();
		assertThat(this.executed.values()).allSatisfy((times) -> assertThat(times).hasValue(1));
		assertThat(answered).isNotEmpty().allMatch(this.executed::containsKey);
		failures.forEach((id, failure) -> {
			if (!failure.isRequestSent()) {
				assertThat(this.executed).as(id + ": " + failure.getMessage()).doesNotContainKey(id);
			}
		});
		assertQuiet();
	}

	@Test
	void closingEndsAllThatRace() throws Exception {
		for (int round = 0; round < 8; round++) {
			RawServer first = server();
			RawServer second = server();
			BotTransport transport = transport(first, second);
			CountDownLatch ended = new CountDownLatch(60);
			List<Throwable> foreign = new CopyOnWriteArrayList<>();
			Thread calls = new Thread(() -> {
				for (int i = 0; i < 60; i++) {
					transport.call("call", "{}".getBytes(), LONG)
						.doFinally((signal) -> ended.countDown())
						.subscribe(null, (ex) -> {
							if (!(ex instanceof TransportException)) {
								foreign.add(ex);
							}
						});
				}
			});
			calls.start();
			pass(this.random.nextInt(60));
			transport.close();
			calls.join();
			assertThat(ended.await(3, TimeUnit.SECONDS)).as("all have ended in round " + round).isTrue();
			assertThat(foreign).isEmpty();
			ConnectionCounts counts = transport.connections();
			assertThat(counts.closed()).isEqualTo(counts.opened());
			Awaitility.await().until(() -> first.ended() == first.accepted() && second.ended() == second.accepted());
		}
		assertQuiet();
		assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
			.filteredOn((name) -> name.startsWith("stress-test"))
			.isEmpty();
	}

	private void assertQuiet() {
		assertThat(this.log.list).filteredOn((event) -> event.getLevel().isGreaterOrEqual(Level.WARN))
			// It tells of what others have left, too
			.filteredOn((event) -> !event.getLoggerName().endsWith("ResourceLeakDetector"))
			.extracting(ILoggingEvent::getFormattedMessage)
			.isEmpty();
	}

	private int taken() {
		Object hedging = ReflectionTestUtils.getField(this.provider.get(), "hedging");
		return FreshConnections.MOST_HEDGES - ((Hedging) hedging).budget().availablePermits();
	}

	private BotTransport transport(RawServer... proxies) {
		List<Route> routes = new ArrayList<>();
		for (RawServer proxy : proxies) {
			routes.add(Route.parse("http://127.0.0.1:" + proxy.port()));
		}
		TransportSettings plain = TransportFixtures.settings("http://api.test", null);
		Duration time = Duration.ofMillis(120);
		TransportSettings settings = new TransportSettings(plain.baseUrl(), plain.token(), false, routes,
				new PhaseTimeouts(time, time, time), Duration.ofMillis(5), null);
		TelegramHttpClientCustomizer customizer = (client) -> {
			this.provider.set(client.configuration().connectionProvider());
			return client;
		};
		return keep(
				new BotTransport("stress-test", settings, 2, 0, new ClientCustomizers(List.of(customizer), List.of())));
	}

	private RawServer server() throws IOException {
		AtomicInteger number = new AtomicInteger();
		long seed = this.random.nextLong();
		return keep(new RawServer((socket) -> serve(socket, new Random(seed + number.getAndIncrement()))));
	}

	private void serve(Socket socket, Random random) throws IOException {
		switch (new Random(random.nextLong()).nextInt(10)) {
			case 0, 1, 2 -> RawServer.readToTheEnd(socket.getInputStream());
			case 3 -> socket.setSoLinger(true, 0);
			case 4 -> {
				RawServer.readHead(socket.getInputStream());
				RawServer.write(socket, "HTTP/1.1 503 Busy\r\n\r\n");
			}
			case 5 -> {
				RawServer.readHead(socket.getInputStream());
				RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
				socket.setSoLinger(true, 0);
			}
			default -> {
				RawServer.readHead(socket.getInputStream());
				pass(random.nextInt(60));
				RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
				String head = RawServer.readHead(socket.getInputStream());
				if (head.endsWith("\r\n\r\n")) {
					String id = head.substring(head.lastIndexOf('/', head.indexOf(" HTTP")) + 1, head.indexOf(" HTTP"));
					this.executed.computeIfAbsent(id, (key) -> new AtomicInteger()).incrementAndGet();
					socket.getInputStream().readNBytes(2);
					pass(random.nextInt(20));
					RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
				}
			}
		}
	}

	private static void pass(int millis) {
		LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
	}

	private <T extends AutoCloseable> T keep(T closeable) {
		this.opened.add(closeable);
		return closeable;
	}

}
