// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TooManyRequestsException;
import io.github.telegramnopool.transport.Phase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FloodControl}.
 */
class FloodControlTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration HOUR = Duration.ofHours(1);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final Sinks.Empty<Void> closing = Sinks.empty();

	private final List<Send> gone = new ArrayList<>();

	@AfterEach
	void close() {
		this.time.dispose();
	}

	private FloodControl paced() {
		return new FloodControl(true, this::nanos, this::pause);
	}

	private FloodControl obedient() {
		return new FloodControl(false, this::nanos, this::pause);
	}

	private long nanos() {
		return this.time.now(TimeUnit.NANOSECONDS);
	}

	private Mono<Void> pause(Duration duration) {
		return Mono.delay(duration, this.time)
			.then()
			.takeUntilOther(this.closing.asMono().then(Mono.error(CancellationException::new)));
	}

	private Send send(FloodControl flood, String chat) {
		return new Send(flood, chat, 1, HOUR, MINUTE);
	}

	private List<String> gone() {
		return this.gone.stream().map((send) -> send.chat + "@" + send.wentAt.toMillis()).toList();
	}

	@Test
	void letsAShortBurstGoAndThenOneASecond() {
		FloodControl flood = paced();
		for (int i = 0; i < 8; i++) {
			send(flood, "5");
		}
		assertThat(gone()).containsExactly("5@0", "5@0", "5@0");
		this.time.advanceTimeBy(Duration.ofMillis(2999));
		assertThat(this.gone).hasSize(3);
		this.time.advanceTimeBy(Duration.ofMillis(3001));
		assertThat(gone()).containsExactly("5@0", "5@0", "5@0", "5@3000", "5@3000", "5@3000", "5@6000", "5@6000");
	}

	@Test
	void letsTwentyAMinuteGoToAGroup() {
		FloodControl flood = paced();
		for (int i = 0; i < 50; i++) {
			send(flood, "-100");
			send(flood, "@news");
		}
		this.time.advanceTimeBy(Duration.ofSeconds(59));
		assertThat(this.gone).hasSize(40);
		this.time.advanceTimeBy(Duration.ofMinutes(1));
		assertThat(this.gone).hasSize(80);
		this.time.advanceTimeBy(Duration.ofMinutes(1));
		assertThat(this.gone).hasSize(100);
		assertThat(inAnyWindow("-100", MINUTE)).isEqualTo(20);
	}

	@Test
	void letsThirtyASecondGoInAll() {
		FloodControl flood = paced();
		for (int chat = 1; chat <= 100; chat++) {
			send(flood, "" + chat);
		}
		assertThat(this.gone).hasSize(30);
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(this.gone).hasSize(60);
		this.time.advanceTimeBy(Duration.ofSeconds(5));
		assertThat(this.gone).extracting((send) -> Integer.valueOf(send.chat)).isSorted().hasSize(100);
	}

	@Test
	void oneChatHoldsUpNoOther() {
		FloodControl flood = paced();
		for (int i = 0; i < 100; i++) {
			send(flood, "-100");
		}
		Send other = send(flood, "5");
		assertThat(other.wentAt).isZero();
	}

	@Test
	void countsWhatIsInAnAlbum() {
		FloodControl flood = paced();
		new Send(flood, "5", 10, HOUR, MINUTE);
		Send next = send(flood, "5");
		this.time.advanceTimeBy(HOUR);
		assertThat(next.wentAt).isEqualTo(Duration.ofSeconds(10).minusSeconds(1));
	}

	@Test
	void failsAtOnceIfTheTurnWouldComeTooLate() {
		FloodControl flood = paced();
		for (int i = 0; i < 9; i++) {
			new Send(flood, "5", 1, Duration.ofSeconds(7), MINUTE);
		}
		Send late = new Send(flood, "5", 1, Duration.ofSeconds(7), MINUTE);
		assertThat(late.failure).isInstanceOfSatisfying(RequestNotSentException.class, (ex) -> {
			assertThat(ex.phase()).isEqualTo(Phase.WAITING);
			assertThat(ex.isPermanent()).isFalse();
		})
			.hasMessage("sendMessage: not sent (WAITING), its turn would come after its deadline, "
					+ "see telegram.flood.pacing");
		this.time.advanceTimeBy(Duration.ofSeconds(6));
		assertThat(this.gone).hasSize(9);
	}

	@Test
	void failsAtOnceIfOthersFillTheTime() {
		FloodControl flood = paced();
		for (int chat = 1; chat <= 90; chat++) {
			new Send(flood, "" + chat, 1, Duration.ofMillis(2500), MINUTE);
		}
		assertThat(new Send(flood, "91", 1, Duration.ofMillis(2500), MINUTE).failure)
			.isInstanceOf(RequestNotSentException.class);
		this.time.advanceTimeBy(Duration.ofSeconds(2));
		assertThat(this.gone).hasSize(90);
	}

	@Test
	void whoGivesUpFreesItsPlace() {
		FloodControl flood = paced();
		for (int i = 0; i < 3; i++) {
			send(flood, "5");
		}
		Send second = send(flood, "5");
		send(flood, "5");
		send(flood, "5");
		Send third = send(flood, "5");
		second.call.dispose();
		this.time.advanceTimeBy(Duration.ofSeconds(3));
		assertThat(second.wentAt).isNull();
		assertThat(third.wentAt).isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void forgetsChatsWhosePastDoesNotMatter() {
		FloodControl flood = paced();
		for (int chat = 1; chat <= 20; chat++) {
			send(flood, "" + chat);
		}
		send(flood, "-100").call.dispose();
		assertThat(flood.chats()).isEqualTo(21);
		this.time.advanceTimeBy(Duration.ofSeconds(3));
		assertThat(flood.chats()).isEqualTo(1);
		this.time.advanceTimeBy(MINUTE);
		assertThat(flood.chats()).isZero();
	}

	@Test
	void remembersNothingWithoutAReason() {
		FloodControl flood = obedient();
		for (int i = 0; i < 100; i++) {
			send(flood, "5");
		}
		assertThat(this.gone).hasSize(100);
		assertThat(flood.chats()).isZero();
	}

	@Test
	void othersWaitInOrderBehindTheOneThatWasRefused() {
		FloodControl flood = obedient();
		Send refused = send(flood, "5");
		Send alsoUnderWay = send(flood, "5");
		refused.refuse(Duration.ofSeconds(5));
		Send third = send(flood, "5");
		Send elsewhere = send(flood, "6");
		this.time.advanceTimeBy(Duration.ofMillis(500));
		alsoUnderWay.refuse(Duration.ofSeconds(4));
		assertThat(elsewhere.wentAt).isZero();
		this.gone.clear();
		this.time.advanceTimeBy(Duration.ofMillis(4499));
		assertThat(this.gone).isEmpty();
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.gone).as("one by one").containsExactly(refused);
		refused.end();
		this.time.advanceTimeBy(Duration.ZERO);
		assertThat(this.gone).containsExactly(refused, alsoUnderWay);
		alsoUnderWay.end();
		this.time.advanceTimeBy(Duration.ZERO);
		assertThat(this.gone).containsExactly(refused, alsoUnderWay, third);
		Send last = send(flood, "5");
		assertThat(last.wentAt).isNull();
		third.end();
		this.time.advanceTimeBy(Duration.ZERO);
		assertThat(last.wentAt).isEqualTo(Duration.ofSeconds(5));
		last.end();
		this.time.advanceTimeBy(Duration.ZERO);
		assertThat(flood.chats()).isZero();
	}

	@Test
	void whoeverCannotWaitThatLongIsToldAtOnce() {
		FloodControl flood = obedient();
		Send refused = new Send(flood, "5", 1, HOUR, Duration.ofSeconds(10));
		refused.refuse(Duration.ofSeconds(3600));
		assertThat(refused.isOpen()).isFalse();
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		Send next = new Send(flood, "5", 1, HOUR, Duration.ofSeconds(10));
		assertThat(next.failure).isInstanceOfSatisfying(TooManyRequestsException.class,
				(ex) -> assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(3599)));
		this.time.advanceTimeBy(Duration.ofSeconds(3595));
		Send patient = new Send(flood, "5", 1, HOUR, Duration.ofSeconds(10));
		this.time.advanceTimeBy(Duration.ofSeconds(4));
		assertThat(patient.wentAt).isEqualTo(Duration.ofSeconds(3600));
	}

	@Test
	void aLongerDemandIsTooMuchForThoseWhoWait() {
		FloodControl flood = obedient();
		Send first = new Send(flood, "5", 1, HOUR, HOUR);
		Send second = new Send(flood, "5", 1, HOUR, HOUR);
		first.refuse(Duration.ofSeconds(5));
		Send waiting = new Send(flood, "5", 1, HOUR, Duration.ofSeconds(10));
		second.refuse(Duration.ofSeconds(20));
		assertThat(waiting.failure).isInstanceOfSatisfying(TooManyRequestsException.class,
				(ex) -> assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(20)));
		this.time.advanceTimeBy(Duration.ofSeconds(20));
		assertThat(this.gone).endsWith(first);
	}

	@Test
	void theWaitThatTelegramDemandsIsNotPartOfTheDeadline() {
		FloodControl flood = obedient();
		Send refused = send(flood, "5");
		refused.refuse(Duration.ofSeconds(30));
		Send waiting = new Send(flood, "5", 1, Duration.ofSeconds(10), MINUTE);
		this.time.advanceTimeBy(Duration.ofSeconds(35));
		assertThat(waiting.failure).isNull();
		refused.end();
		this.time.advanceTimeBy(Duration.ZERO);
		assertThat(waiting.wentAt).isEqualTo(Duration.ofSeconds(35));
	}

	@Test
	void waitsForOthersNoLongerThanItsDeadline() {
		FloodControl flood = obedient();
		Send refused = send(flood, "5");
		refused.refuse(Duration.ofSeconds(5));
		Send waiting = new Send(flood, "5", 1, Duration.ofSeconds(10), MINUTE);
		this.time.advanceTimeBy(Duration.ofMillis(14_999));
		assertThat(waiting.failure).isNull();
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(waiting.failure).isInstanceOf(RequestNotSentException.class)
			.hasMessageContaining("other messages to the same chat");
	}

	@Test
	void paceAndDemandAreObeyedTogether() {
		FloodControl flood = paced();
		Send refused = send(flood, "5");
		refused.refuse(Duration.ofSeconds(7));
		for (int i = 0; i < 4; i++) {
			send(flood, "5");
		}
		this.gone.clear();
		for (int second = 0; second < 20; second++) {
			this.time.advanceTimeBy(Duration.ofSeconds(1));
			List.copyOf(this.gone).forEach(Send::end);
		}
		assertThat(gone()).containsExactly("5@7000", "5@7000", "5@8000", "5@10000", "5@10000");
	}

	@Test
	void whoWaitsIsToldThatTheApplicationStops() {
		FloodControl flood = paced();
		for (int i = 0; i < 3; i++) {
			send(flood, "5");
		}
		Send waiting = send(flood, "5");
		this.closing.tryEmitEmpty();
		assertThat(waiting.failure).isInstanceOf(RequestNotSentException.class)
			.hasMessageContaining("the application stops");
	}

	@Test
	void whateverHappensThePaceAndTheOrderAreKept() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		FloodControl flood = paced();
		List<Send> sends = new ArrayList<>(List.of(send(flood, "1")));
		for (int step = 0; step < 5000; step++) {
			switch (random.nextInt(10)) {
				case 0 -> this.time.advanceTimeBy(Duration.ofMillis(random.nextInt(1000)));
				case 1 -> pick(random, sends).giveUp();
				case 2 -> {
					Send send = pick(random, sends);
					if (send.isUnderWay()) {
						send.refuse(Duration.ofMillis(random.nextInt(5000)));
					}
				}
				case 3, 4 -> pick(random, sends).end();
				default -> sends.add(send(flood, (random.nextBoolean() ? "" : "-") + (1 + random.nextInt(60))));
			}
		}
		for (int second = 0; second < 10_000 && sends.stream().anyMatch(Send::isOpen); second++) {
			this.time.advanceTimeBy(Duration.ofSeconds(1));
			sends.forEach(Send::end);
		}
		assertThat(sends).as("seed %d", seed).noneMatch(Send::isOpen);
		assertThat(inAnyWindow("", Duration.ofSeconds(1))).as("seed %d", seed).isBetween(20, 30);
		for (int chat = 1; chat <= 60; chat++) {
			assertThat(inAnyWindow("" + chat, Duration.ofSeconds(3))).as("seed %d", seed).isLessThanOrEqualTo(3);
			assertThat(inAnyWindow("-" + chat, MINUTE)).as("seed %d", seed).isLessThanOrEqualTo(20);
		}
		Map<String, Long> last = new HashMap<>();
		for (Send send : this.gone) {
			if (!send.refused) {
				Long before = last.put(send.chat, send.turn.number());
				assertThat(before == null || before < send.turn.number()).as("order, seed %d", seed).isTrue();
			}
		}
		this.time.advanceTimeBy(MINUTE);
		assertThat(flood.chats()).as("seed %d", seed).isZero();
	}

	private static Send pick(Random random, List<Send> sends) {
		return sends.get(Math.max(0, sends.size() - 1 - random.nextInt(200)));
	}

	/**
	 * The most that went to a chat, or to all, in any time of such a length.
	 */
	private int inAnyWindow(String chat, Duration length) {
		List<Long> times = this.gone.stream()
			.distinct()
			.filter((send) -> chat.isEmpty() || send.chat.equals(chat))
			.flatMap((send) -> send.times.stream())
			.sorted()
			.toList();
		int most = 0;
		int begin = 0;
		for (int i = 0; i < times.size(); i++) {
			while (times.get(i) - times.get(begin) >= length.toNanos()) {
				begin++;
			}
			most = Math.max(most, i - begin + 1);
		}
		return most;
	}

	/**
	 * A call that goes on until it is told what becomes of it.
	 */
	private final class Send {

		private final String chat;

		private final FloodControl flood;

		private final Turn turn;

		private final Disposable call;

		private final Sinks.Empty<Void> end = Sinks.empty();

		private final List<Long> times = new ArrayList<>();

		private @Nullable Duration wentAt;

		private @Nullable Throwable failure;

		private boolean underWay;

		private boolean open = true;

		private boolean refused;

		private @Nullable Disposable again;

		private Send(FloodControl flood, String chat, int messages, Duration timeout, Duration maxFloodWait) {
			this.flood = flood;
			this.chat = chat;
			CallTime time = new CallTime(new CallSettings(timeout, 1, true, maxFloodWait, false),
					FloodControlTests.this::nanos);
			this.turn = flood.turn("sendMessage",
					new Recipient(chat, chat.startsWith("-") || chat.startsWith("@"), messages), time);
			this.call = flood.enter(this.turn)
				.then(Mono.fromRunnable(this::go))
				.then(this.end.asMono())
				.doFinally((signal) -> {
					this.open = false;
					flood.leave(this.turn);
				})
				.subscribe(null, (ex) -> this.failure = ex);
		}

		private void go() {
			this.wentAt = Duration.ofNanos(nanos());
			this.times.add(nanos());
			this.underWay = true;
			FloodControlTests.this.gone.add(this);
		}

		private boolean isOpen() {
			return this.open;
		}

		private boolean isUnderWay() {
			return this.underWay && this.open;
		}

		private void end() {
			if (isUnderWay()) {
				this.underWay = false;
				this.end.tryEmitEmpty();
			}
		}

		private void giveUp() {
			if (this.again != null) {
				this.again.dispose();
			}
			this.call.dispose();
		}

		/**
		 * Hear a 429.
		 */
		private void refuse(Duration demanded) {
			this.refused = true;
			this.underWay = false;
			Mono<Void> again = this.flood.hold(this.turn, demanded, true);
			if (again == null) {
				this.end.tryEmitEmpty();
			}
			else {
				this.again = again.subscribe(null, this.end::tryEmitError, this::go);
			}
		}

	}

}
