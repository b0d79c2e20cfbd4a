// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.event.BotReady;
import io.github.telegramnopool.api.event.PollingFailing;
import io.github.telegramnopool.api.event.PollingRecovered;
import io.github.telegramnopool.api.event.PollingStopped;
import io.github.telegramnopool.client.BotClients;
import io.github.telegramnopool.client.UpdateSource;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.LoopbackServer.Answer;
import io.github.telegramnopool.transport.LoopbackServer.Request;
import io.github.telegramnopool.transport.RawServer;
import io.github.telegramnopool.transport.TransportFixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link UpdatePoller} and its {@link PollLoop}.
 */
@Timeout(60)
class UpdatePollerTests {

	private static final Answer BAD_GATEWAY = new Answer(502, Map.of("Content-Type", "text/html"), "<html>");

	private static final Answer UNAUTHORIZED = Answer.refusal(401, "Unauthorized", null);

	private static final Answer CONFLICT = Answer.refusal(409, "Conflict: terminated by other getUpdates request",
			null);

	private final FakeBotApi server = new FakeBotApi();

	private final FakeUpdateHandler handler = new FakeUpdateHandler();

	private final List<BotTransport> transports = new ArrayList<>();

	private final List<UpdatePoller> pollers = new ArrayList<>();

	private Supplier<List<String>> allowedUpdates = List::of;

	private final UpdatePoller poller = poller("default", this.server.server().url(), settings());

	@AfterEach
	void close() {
		this.handler.fails((method) -> {
		});
		this.pollers.forEach(UpdatePoller::stop);
		this.transports.forEach(BotTransport::close);
		this.server.close();
	}

	private UpdatePoller poller(String name, String url, PollingSettings settings) {
		BotTransport transport = TransportFixtures.transport(url);
		UpdateSource source = new BotClients("default", BotApiJson.mapper()).updates(() -> transport, false);
		UpdatePoller poller = new UpdatePoller(name, name + " at " + url, "directly", settings, () -> source,
				this.handler, () -> this.allowedUpdates.get(), () -> true);
		this.transports.add(transport);
		this.pollers.add(poller);
		return poller;
	}

	private static PollingSettings settings() {
		return settings(null, false, false);
	}

	private static PollingSettings settings(@Nullable Boolean enabled, boolean dropPendingUpdates,
			boolean deleteWebhook) {
		return new PollingSettings(enabled, Duration.ofSeconds(30), 100, null, dropPendingUpdates, deleteWebhook,
				Duration.ofSeconds(5), Duration.ofSeconds(4));
	}

	private static void eventually(Runnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(assertion::run);
	}

	private void awaitState(PollerState state) {
		eventually(() -> assertThat(this.poller.status().state()).isEqualTo(state));
	}

	private void awaitFailures(int failures) {
		eventually(() -> assertThat(this.poller.status().consecutiveFailures()).isEqualTo(failures));
	}

	/**
	 * A command ends the pause after a failure.
	 */
	private void skipPause() {
		this.poller.pause();
		this.poller.resume();
	}

	private static List<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("telegram-poller"))
			.toList();
	}

	private static Duration time(Runnable work) {
		long began = System.nanoTime();
		work.run();
		return Duration.ofNanos(System.nanoTime() - began);
	}

	@Nested
	class StartingTests {

		@Test
		void introducesTheBotFirst() {
			poller.start();
			awaitState(PollerState.RUNNING);
			eventually(() -> assertThat(server.polls()).isEqualTo(1));
			assertThat(server.server().requests()).extracting(Request::botMethod)
				.containsExactly("getMe", "getUpdates");
			BotInfo bot = new BotInfo("default", 4242, "test_bot");
			assertThat(handler.log()).containsExactly(bot, new BotReady(bot));
		}

		@Test
		void returnsAtOnceWithTheNetworkDead() throws IOException {
			UpdatePoller poller = poller("default", "http://127.0.0.1:" + TransportFixtures.closedPort(), settings());
			assertThat(time(poller::start)).isLessThan(Duration.ofMillis(500));
			assertThat(poller.isRunning()).isTrue();
			eventually(() -> assertThat(poller.status().state()).isEqualTo(PollerState.FAILING));
			assertThat(poller.status().lastFailure()).contains("refused the connection");
			assertThat(poller.status().lastSuccessAge()).isNull();
		}

		@Test
		void returnsAtOnceWithANetworkThatSwallowsEverything() throws IOException {
			try (RawServer silent = RawServer.silent()) {
				UpdatePoller poller = poller("default", silent.url(), settings());
				assertThat(time(poller::start)).isLessThan(Duration.ofMillis(500));
				assertThat(poller.status().state()).isEqualTo(PollerState.STARTING);
				eventually(() -> assertThat(silent.accepted()).isEqualTo(1));
				assertThat(time(poller::stop)).isLessThan(Duration.ofSeconds(1));
			}
		}

		@Test
		void keepsTheJvmAliveByOneNamedThread() {
			poller.start();
			assertThat(threads()).singleElement().satisfies((thread) -> {
				assertThat(thread.getName()).isEqualTo("telegram-poller");
				assertThat(thread.isDaemon()).isFalse();
			});
			poller.stop();
			eventually(() -> assertThat(threads()).isEmpty());
		}

		@Test
		void namesTheThreadAfterTheBot() {
			poller("second", server.server().url(), settings()).start();
			assertThat(threads()).extracting(Thread::getName).containsExactly("telegram-poller-second");
		}

		@Test
		void isStartedOnce() {
			poller.start();
			poller.start();
			assertThat(threads()).hasSize(1);
		}

		@Test
		void doesNotStartIfUpdatesWouldBeLost() {
			handler.fails((method) -> {
				throw new IllegalStateException("refused");
			});
			assertThatIllegalStateException().isThrownBy(poller::start).withMessage("refused");
			assertThat(poller.isRunning()).isFalse();
			assertThat(threads()).isEmpty();
		}

		@Test
		void startsByItselfAsConfiguredOrIfSomebodyListens() {
			String url = server.server().url();
			assertThat(poller("default", url, settings(true, false, false)).isAutoStartup()).isTrue();
			assertThat(poller("default", url, settings(false, false, false)).isAutoStartup()).isFalse();
			assertThat(poller.isAutoStartup()).isTrue();
			AtomicBoolean wanted = new AtomicBoolean();
			UpdatePoller poller = new UpdatePoller("default", "default", "directly", settings(),
					() -> new BotClients("default", BotApiJson.mapper()).updates(() -> TransportFixtures.transport(url),
							false),
					handler, List::of, wanted::get);
			assertThat(poller.isAutoStartup()).isFalse();
			wanted.set(true);
			assertThat(poller.isAutoStartup()).isTrue();
		}

		@Test
		void forgetsWhatCameBeforeIfToldSo() {
			server.receives(1, 50);
			UpdatePoller poller = poller("default", server.server().url(), settings(null, true, true));
			poller.start();
			eventually(() -> assertThat(poller.status().state()).isEqualTo(PollerState.RUNNING));
			eventually(() -> assertThat(server.pending()).isEmpty());
			server.receives(51, 52);
			eventually(() -> assertThat(handler.updates()).containsExactly(51L, 52L));
			assertThat(server.server().requests()).extracting(Request::botMethod)
				.startsWith("getMe", "deleteWebhook", "getUpdates");
		}

		@Test
		void leavesAWebhookAndPendingUpdatesAlone() {
			server.receives(1, 3);
			poller.start();
			eventually(() -> assertThat(handler.updates()).containsExactly(1L, 2L, 3L));
			assertThat(server.server().requests("deleteWebhook")).isEmpty();
		}

	}

	@Nested
	class PollingTests {

		@Test
		void handsOverEachUpdateOnceAndInOrder() {
			poller.start();
			server.receives(1, 40);
			server.receives(41, 250);
			eventually(() -> assertThat(handler.updates())
				.containsExactlyElementsOf(LongStream.rangeClosed(1, 250).boxed().toList()));
			eventually(() -> assertThat(server.pending()).isEmpty());
		}

		@Test
		void confirmsNothingBehindAnUnhandledUpdate() {
			handler.handles((id) -> id != 2);
			poller.start();
			server.receives(1, 4);
			eventually(() -> assertThat(server.pending()).containsExactly(2L, 3L, 4L));
			server.receives(5, 5);
			eventually(() -> assertThat(handler.updates()).containsExactly(1L, 2L, 3L, 4L, 5L));
			assertThat(server.pending()).startsWith(2L);
			assertThat(poller.status().unhandled()).isEqualTo(1);
			handler.handled(2);
			eventually(() -> assertThat(server.pending()).isEmpty());
			assertThat(handler.updates()).containsExactly(1L, 2L, 3L, 4L, 5L);
		}

		@Test
		void looksBehindUnhandledUpdatesWithoutWaitingAndNotTooOften() {
			handler.handles((id) -> false);
			server.receives(7, 7);
			poller.start();
			eventually(() -> assertThat(server.requests()).hasSize(3));
			assertThat(server.requests().get(2).path("timeout").intValue()).isZero();
			assertThat(server.requests().get(2).path("limit").intValue()).isEqualTo(100);
			int before = server.requests().size();
			Awaitility.await()
				.during(Duration.ofMillis(1900))
				.atMost(Duration.ofSeconds(3))
				.until(() -> server.requests().size() <= before + 2);
		}

		@Test
		void asksForNoMoreWhenTheWindowIsFull() {
			handler.handles((id) -> false);
			server.receives(1, 150);
			poller.start();
			awaitState(PollerState.BLOCKED);
			int polls = server.requests().size();
			assertThat(handler.updates()).hasSize(100);
			assertThat(poller.status().slowestListener()).isEqualTo("SlowListener.listen");
			assertThat(poller.status().unhandled()).isEqualTo(100);
			Awaitility.await()
				.during(Duration.ofMillis(1300))
				.atMost(Duration.ofSeconds(3))
				.until(() -> server.requests().size() == polls);
			handler.handled(1);
			eventually(() -> assertThat(handler.updates()).hasSize(101));
		}

		@Test
		void asksForTheKindsThatSomebodyWantsWithEachPoll() {
			allowedUpdates = () -> List.of("message", "chat_member");
			server.receives(1, 1);
			poller.start();
			eventually(() -> assertThat(server.requests()).hasSizeGreaterThan(1));
			assertThat(server.requests()).allSatisfy((request) -> assertThat(request.path("allowed_updates"))
				.hasToString("[\"message\",\"chat_member\"]"));
		}

		@Test
		void neverSendsAnEmptyListOfKinds() {
			server.receives(1, 1);
			poller.start();
			eventually(() -> assertThat(server.requests()).hasSizeGreaterThan(1));
			assertThat(server.requests()).allSatisfy((request) -> assertThat(request.has("allowed_updates")).isFalse());
		}

		@Test
		void usesANewConnectionForEachPoll() {
			poller.start();
			for (int i = 1; i <= 5; i++) {
				int id = i;
				server.receives(id, id);
				eventually(() -> assertThat(handler.updates()).hasSize(id));
			}
			assertThat(server.server().requests()).extracting(Request::connection).doesNotHaveDuplicates();
		}

	}

	@Nested
	class FailingTests {

		@Test
		void survivesWhatFailsBeforeThereIsAnythingToAskBy() {
			BotTransport transport = TransportFixtures.transport(server.server().url());
			transports.add(transport);
			UpdateSource source = new BotClients("default", BotApiJson.mapper()).updates(() -> transport, false);
			AtomicInteger failures = new AtomicInteger();
			UpdatePoller poller = new UpdatePoller("default", "default", "directly", settings(), () -> {
				if (failures.incrementAndGet() <= 2) {
					throw new NoClassDefFoundError("of another version");
				}
				return source;
			}, handler, List::of, () -> true);
			pollers.add(poller);
			poller.start();
			eventually(() -> assertThat(poller.status().state()).isEqualTo(PollerState.FAILING));
			assertThat(poller.status().lastFailure()).asString().contains("of another version");
			eventually(() -> assertThat(poller.status().state()).isEqualTo(PollerState.RUNNING));
			assertThat(failures).hasValue(3);
		}

		@Test
		void stopsWhileThereIsNothingToAskBy() {
			UpdatePoller poller = new UpdatePoller("default", "default", "directly", settings(), () -> {
				throw new NoClassDefFoundError("of another version");
			}, handler, List::of, () -> true);
			poller.start();
			eventually(() -> assertThat(poller.status().state()).isEqualTo(PollerState.FAILING));
			poller.stop();
			assertThat(poller.status().state()).isEqualTo(PollerState.STOPPED);
			eventually(() -> assertThat(threads()).isEmpty());
		}

		@Test
		void survivesWhatTheServerAnswers() {
			poller.start();
			awaitState(PollerState.RUNNING);
			int failures = 0;
			for (Answer fault : List.of(BAD_GATEWAY, Answer.json("{}"), Answer.json("null"), Answer.ok("7"),
					Answer.ok("[{}]"), Answer.refusal(400, "Bad Request", null), UNAUTHORIZED)) {
				server.fails(fault);
				skipPause();
				awaitFailures(++failures);
				assertThat(poller.status().state()).isEqualTo(PollerState.FAILING);
			}
			server.fails(null);
			server.receives(1, 1);
			skipPause();
			eventually(() -> assertThat(handler.updates()).containsExactly(1L));
			assertThat(poller.status().consecutiveFailures()).isZero();
		}

		@Test
		void tellsOfAnOutageOnceAndOfItsEnd() {
			poller.start();
			awaitState(PollerState.RUNNING);
			server.fails(BAD_GATEWAY);
			skipPause();
			awaitFailures(1);
			skipPause();
			awaitFailures(2);
			server.fails(null);
			server.receives(1, 1);
			skipPause();
			awaitState(PollerState.RUNNING);
			assertThat(handler.log(PollingFailing.class)).singleElement()
				.satisfies((event) -> assertThat(event.reason()).contains("HTTP 502"));
			assertThat(handler.log(PollingRecovered.class)).singleElement()
				.satisfies((event) -> assertThat(event.outage()).isBetween(Duration.ZERO, Duration.ofSeconds(20)));
		}

		@Test
		void pausesBeforeTheNextTry() {
			List<Long> asked = new CopyOnWriteArrayList<>();
			server.server().answers((request) -> {
				asked.add(System.nanoTime());
				return Mono.just(BAD_GATEWAY);
			});
			poller.start();
			eventually(() -> assertThat(asked).hasSizeGreaterThan(1));
			assertThat(Duration.ofNanos(asked.get(1) - asked.get(0))).isGreaterThan(Duration.ofMillis(750));
		}

		@Test
		void knowsAConflict() {
			poller.start();
			awaitState(PollerState.RUNNING);
			server.fails(CONFLICT);
			skipPause();
			awaitState(PollerState.CONFLICT);
		}

		@ParameterizedTest
		@ValueSource(classes = { IllegalStateException.class, StackOverflowError.class, OutOfMemoryError.class })
		void survivesAnyThrowableOnTheWayToTheServer(Class<? extends Throwable> type) {
			AtomicInteger calls = new AtomicInteger();
			allowedUpdates = () -> {
				if (calls.incrementAndGet() == 1) {
					throwAny(type);
				}
				return List.of();
			};
			server.receives(1, 1);
			poller.start();
			awaitFailures(1);
			skipPause();
			eventually(() -> assertThat(handler.updates()).containsExactly(1L));
		}

		@ParameterizedTest
		@ValueSource(classes = { IllegalStateException.class, StackOverflowError.class, OutOfMemoryError.class })
		void survivesAnyThrowableFromTheHandlerAndLosesNothing(Class<? extends Throwable> type) {
			AtomicInteger calls = new AtomicInteger();
			handler.fails((method) -> {
				if (method.equals("handle") && calls.incrementAndGet() == 2) {
					throwAny(type);
				}
			});
			server.receives(1, 3);
			poller.start();
			eventually(() -> assertThat(handler.updates()).containsExactly(1L, 2L, 3L));
			eventually(() -> assertThat(server.pending()).isEmpty());
		}

		@Test
		void survivesAHandlerThatCannotBeOpenedAtFirst() {
			AtomicInteger calls = new AtomicInteger();
			handler.fails((method) -> {
				if (method.equals("open") && calls.incrementAndGet() == 1) {
					throw new IllegalStateException("broken");
				}
			});
			server.receives(1, 1);
			poller.start();
			eventually(() -> assertThat(handler.updates()).containsExactly(1L));
		}

		@Test
		void neverRunsHotWhenEvenTellingOfAFailureFails() {
			server.fails(BAD_GATEWAY);
			handler.fails((method) -> {
				if (method.equals("publish")) {
					throw new IllegalStateException("nobody can be told");
				}
			});
			poller.start();
			eventually(() -> assertThat(server.server().requests()).isNotEmpty());
			Awaitility.await()
				.during(Duration.ofMillis(1500))
				.atMost(Duration.ofSeconds(3))
				.until(() -> server.server().requests().size() < 6);
		}

		@Test
		void givesUpARefusedTokenAfterFourRefusals() {
			server.fails(UNAUTHORIZED);
			poller.start();
			for (int i = 1; i <= 3; i++) {
				awaitFailures(i);
				assertThat(poller.status().state()).isEqualTo(PollerState.FAILING);
				skipPause();
			}
			awaitState(PollerState.FAILED);
			assertThat(handler.log(PollingStopped.class)).singleElement()
				.satisfies((event) -> assertThat(event.reason()).contains("telegram.token")
					.doesNotContain(TransportFixtures.SECRET));
			assertThat(server.server().requests()).hasSize(4);
			assertThat(poller.isRunning()).isTrue();
		}

		@Test
		void pollsAgainAfterItGaveUpOnceItIsResumed() {
			givesUpARefusedTokenAfterFourRefusals();
			server.fails(null);
			server.receives(1, 1);
			poller.resume();
			eventually(() -> assertThat(handler.updates()).containsExactly(1L));
			assertThat(poller.status().state()).isEqualTo(PollerState.RUNNING);
		}

		@Test
		void stopsAtOnceAfterItGaveUp() {
			givesUpARefusedTokenAfterFourRefusals();
			assertThat(time(poller::stop)).isLessThan(Duration.ofSeconds(1));
			eventually(() -> assertThat(threads()).isEmpty());
		}

		@Test
		void survivesASingleRefusalAfterAnOutage() {
			server.fails(BAD_GATEWAY);
			poller.start();
			for (int i = 1; i <= 4; i++) {
				awaitFailures(i);
				if (i == 4) {
					server.fails(UNAUTHORIZED);
				}
				skipPause();
			}
			awaitFailures(5);
			assertThat(poller.status().state()).isEqualTo(PollerState.FAILING);
		}

		private static void throwAny(Class<? extends Throwable> type) {
			if (type == StackOverflowError.class) {
				throw new StackOverflowError("test");
			}
			if (type == OutOfMemoryError.class) {
				throw new OutOfMemoryError("test");
			}
			throw new IllegalStateException("test");
		}

	}

	@Nested
	class PausingTests {

		@Test
		void endsThePollAtOnceAndAsksNoMoreUntilResumed() {
			poller.start();
			eventually(() -> assertThat(server.polls()).isEqualTo(1));
			poller.pause();
			awaitState(PollerState.PAUSED);
			eventually(() -> assertThat(server.polls()).isZero());
			server.receives(1, 1);
			Awaitility.await()
				.during(Duration.ofMillis(500))
				.atMost(Duration.ofSeconds(2))
				.until(() -> handler.updates().isEmpty());
			poller.resume();
			eventually(() -> assertThat(handler.updates()).containsExactly(1L));
			awaitState(PollerState.RUNNING);
		}

		@Test
		void stopsWhilePaused() {
			poller.start();
			poller.pause();
			awaitState(PollerState.PAUSED);
			assertThat(time(poller::stop)).isLessThan(Duration.ofSeconds(1));
			assertThat(poller.status().state()).isEqualTo(PollerState.STOPPED);
		}

		@Test
		void hasNoEffectBeforeStart() {
			poller.pause();
			poller.resume();
			assertThat(poller.status().state()).isEqualTo(PollerState.STOPPED);
		}

		@Test
		void losesNothingHoweverOftenItIsPaused() {
			poller.start();
			for (int i = 1; i <= 60; i++) {
				server.receives(i, i);
				skipPause();
			}
			eventually(() -> assertThat(handler.updates())
				.containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList()));
			assertThat(server.mostPolls()).isEqualTo(1);
		}

	}

	@Nested
	class StoppingTests {

		@Test
		void stopsAnIdlePollerAtOnce() {
			poller.start();
			eventually(() -> assertThat(server.polls()).isEqualTo(1));
			assertThat(time(poller::stop)).isLessThan(Duration.ofSeconds(1));
			assertThat(poller.isRunning()).isFalse();
			assertThat(poller.status().state()).isEqualTo(PollerState.STOPPED);
			assertThat(handler.log(PollingStopped.class)).hasSize(1);
			eventually(() -> assertThat(server.server().open()).isZero());
		}

		@Test
		void confirmsNoLongerThanItsShareOfTheTimeAfterTheNetworkDied() {
			server.receives(1, 1);
			poller.start();
			eventually(() -> assertThat(server.pending()).isEmpty());
			eventually(() -> assertThat(server.polls()).isEqualTo(1));
			server.server().answers((request) -> Mono.never());
			assertThat(time(poller::stop)).isLessThan(Duration.ofMillis(1800));
		}

		@Test
		void callsBackOnceItIsStopped() throws Exception {
			CountDownLatch stopped = new CountDownLatch(1);
			poller.start();
			poller.stop(stopped::countDown);
			assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
			assertThat(poller.status().state()).isEqualTo(PollerState.STOPPED);
		}

		@Test
		void callsBackIfItWasNeverStarted() throws Exception {
			CountDownLatch stopped = new CountDownLatch(1);
			poller.stop(stopped::countDown);
			assertThat(stopped.await(1, TimeUnit.SECONDS)).isTrue();
		}

		@Test
		void callsBackEvenIfTheHandlerCannotBeDrained() throws Exception {
			handler.fails((method) -> {
				if (method.equals("drain")) {
					throw new StackOverflowError("test");
				}
			});
			CountDownLatch stopped = new CountDownLatch(1);
			poller.start();
			awaitState(PollerState.RUNNING);
			poller.stop(stopped::countDown);
			assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
			assertThat(poller.status().state()).isEqualTo(PollerState.STOPPED);
		}

		@Test
		void confirmsOnlyWhatIsHandled() {
			handler.handles((id) -> id != 3);
			poller.start();
			server.receives(1, 5);
			eventually(() -> assertThat(handler.updates()).hasSize(5));
			poller.stop();
			assertThat(handler.log()).contains("drained");
			assertThat(server.pending()).containsExactly(3L, 4L, 5L);
		}

		@Test
		void confirmsWhatIsHandledWhileItDrains() {
			handler.handles((id) -> false);
			handler.fails((method) -> {
				if (method.equals("drain")) {
					handler.handled(1);
					handler.handled(2);
				}
			});
			poller.start();
			server.receives(1, 3);
			eventually(() -> assertThat(handler.updates()).hasSize(3));
			poller.stop();
			assertThat(server.pending()).containsExactly(3L);
		}

		@Test
		void whatWasNotHandledComesAgainAfterARestart() {
			handler.handles((id) -> id != 2);
			poller.start();
			server.receives(1, 3);
			eventually(() -> assertThat(handler.updates()).hasSize(3));
			poller.stop();
			handler.handles((id) -> true);
			poller.start();
			eventually(() -> assertThat(handler.updates()).containsExactly(1L, 2L, 3L, 2L, 3L));
			eventually(() -> assertThat(server.pending()).isEmpty());
		}

		@Test
		void confirmsNothingIfItWasNeverIntroduced() {
			server.fails(BAD_GATEWAY);
			poller.start();
			awaitFailures(1);
			assertThat(time(poller::stop)).isLessThan(Duration.ofSeconds(1));
			assertThat(server.server().requests("getUpdates")).isEmpty();
		}

		@Test
		void restartsNeverOverlap() {
			for (int i = 1; i <= 25; i++) {
				poller.start();
				server.receives(i, i);
				if (i % 3 == 0) {
					int received = i;
					eventually(() -> assertThat(handler.updates()).contains((long) received));
				}
				poller.stop(() -> {
				});
			}
			poller.start();
			eventually(() -> assertThat(handler.updates()).containsAll(LongStream.rangeClosed(1, 25).boxed().toList()));
			eventually(() -> assertThat(threads()).hasSize(1));
			assertThat(server.mostPolls()).isEqualTo(1);
			poller.stop();
			eventually(() -> assertThat(server.pending()).isEmpty());
		}

	}

}
