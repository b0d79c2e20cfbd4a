// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.method.GetUpdates;
import io.github.telegramnopool.api.model.Update;
import io.github.telegramnopool.client.ReceivedUpdate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PollRun} and its {@link Watchdog}.
 */
@Timeout(30)
class PollRunTests {

	private final StuckSource source = new StuckSource();

	private final FakeUpdateHandler handler = new FakeUpdateHandler();

	private final PollingTools tools = PollingTools.make(
			"default", "directly", new PollingSettings(null, Duration.ofSeconds(1), 100, null, false, false,
					Duration.ofMillis(200), Duration.ofSeconds(1)),
			this.source, this.handler, List::of, PollerTime.real());

	private final AtomicInteger endings = new AtomicInteger();

	private final PollRun run = new PollRun(this.tools, this.endings::incrementAndGet);

	@AfterEach
	void stop() {
		this.source.leave.countDown();
		this.run.commands().stop();
	}

	@Test
	void aLateAnswerIsNeitherHandledNorConfirmedNorFollowedByAnotherPoll() {
		this.run.begin(CompletableFuture.completedFuture(null));
		Awaitility.await().until(() -> this.source.renewals.get() == 1);
		Awaitility.await().until(() -> this.handler.updates().contains(7L));
		Thread stuck = this.source.askers.get(0);
		this.source.leave.countDown();
		Awaitility.await().until(() -> !stuck.isAlive());
		assertThat(this.handler.updates()).containsExactly(7L);
		assertThat(this.source.askers).filteredOn(stuck::equals).hasSize(1);
		assertThat(this.source.offsets).doesNotContain(100L).contains(8L);
		// The bot is not introduced again: what is being handled goes on
		assertThat(this.handler.log(BotInfo.class)).hasSize(1);
		assertThat(this.run.hasEnded()).isFalse();
	}

	@Test
	void aRunWhoseLoopIsStuckEndsAllTheSame() throws Exception {
		this.run.begin(CompletableFuture.completedFuture(null));
		Awaitility.await().until(() -> !this.source.askers.isEmpty());
		this.run.commands().stop();
		this.run.ended().get(10, TimeUnit.SECONDS);
		assertThat(this.endings).hasValue(1);
		assertThat(this.source.renewals).hasValue(0);
		assertThat(this.tools.status().state()).isEqualTo(PollerState.STOPPED);
	}

	/**
	 * Its first poll is deaf to interrupts and ends when it is told to.
	 */
	private static final class StuckSource implements PollSource {

		final List<Thread> askers = new CopyOnWriteArrayList<>();

		final List<Long> offsets = new CopyOnWriteArrayList<>();

		final AtomicInteger renewals = new AtomicInteger();

		final CountDownLatch leave = new CountDownLatch(1);

		private final BlockingQueue<Object> pace = new LinkedBlockingQueue<>();

		private final VirtualTelegram telegram = new VirtualTelegram(new VirtualTime());

		@Override
		public List<ReceivedUpdate> getUpdates(GetUpdates request, Duration deadline) throws InterruptedException {
			this.askers.add(Thread.currentThread());
			this.offsets.add((request.offset() != null) ? request.offset() : 0L);
			if (this.askers.size() == 1) {
				awaitLeave();
				return List.of(update(99));
			}
			if (request.offset() == null) {
				return List.of(update(7));
			}
			// A poll that waits a little
			this.pace.poll(100, TimeUnit.MILLISECONDS);
			return List.of();
		}

		private void awaitLeave() {
			while (this.leave.getCount() > 0) {
				try {
					this.leave.await();
				}
				catch (InterruptedException ex) {
					// Stuck is stuck
				}
			}
		}

		private static ReceivedUpdate update(long id) {
			@Nullable Update update = BotApiJson.mapper().readValue(FakeBotApi.update(id), Update.class);
			return ReceivedUpdate.readable(id, update, () -> FakeBotApi.update(id));
		}

		@Override
		public <R> R call(BotApiMethod<R> request, Duration deadline) {
			return this.telegram.call(request, deadline);
		}

		@Override
		public String lastTimes() {
			return "no time";
		}

		@Override
		public boolean isResponsive() {
			return true;
		}

		@Override
		public void renew() {
			this.renewals.incrementAndGet();
		}

	}

}
