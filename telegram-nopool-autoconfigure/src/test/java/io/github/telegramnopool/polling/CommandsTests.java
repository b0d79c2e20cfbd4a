// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Commands}.
 */
@Timeout(20)
class CommandsTests {

	private final Commands commands = new Commands(PollerTime.real());

	private final CompletableFuture<String> outcome = new CompletableFuture<>();

	private Thread loop = new Thread();

	@AfterEach
	void endLoop() {
		this.loop.interrupt();
	}

	@Test
	void beginsWithNothingToObey() {
		assertThat(this.commands.isStopping()).isFalse();
		assertThat(this.commands.isPaused()).isFalse();
	}

	@Test
	void stopInterruptsWhateverTheLoopWaitsFor() {
		startLoop(() -> new CountDownLatch(1).await());
		this.commands.stop();
		assertThat(this.commands.isStopping()).isTrue();
		assertThat(outcome()).isEqualTo("interrupted");
	}

	@Test
	void pauseInterruptsWhateverTheLoopWaitsFor() {
		startLoop(() -> new CountDownLatch(1).await());
		this.commands.pause();
		assertThat(this.commands.isPaused()).isTrue();
		assertThat(outcome()).isEqualTo("interrupted");
	}

	@Test
	void resumeEndsAPause() {
		this.commands.pause();
		startLoop(this.commands::awaitResume);
		this.commands.resume();
		assertThat(outcome()).isEqualTo("returned");
		assertThat(this.commands.isPaused()).isFalse();
	}

	@Test
	void stopEndsAPause() {
		this.commands.pause();
		startLoop(this.commands::awaitResume);
		this.commands.stop();
		assertThat(outcome()).isIn("returned", "interrupted");
	}

	@Test
	void resumeEndsParking() {
		this.commands.park();
		assertThat(this.commands.isParked()).isTrue();
		startLoop(this.commands::awaitResume);
		this.commands.resume();
		assertThat(outcome()).isEqualTo("returned");
	}

	@Test
	void stopEndsParking() {
		this.commands.park();
		startLoop(this.commands::awaitResume);
		this.commands.stop();
		assertThat(outcome()).isIn("returned", "interrupted");
	}

	@Test
	void doesNotParkOnceToldToStop() throws Exception {
		this.commands.stop();
		this.commands.park();
		this.commands.pause();
		this.commands.awaitResume();
		assertThat(this.commands.isStopping()).isTrue();
	}

	@Test
	void hurryInterruptsOnlyALoopThatIsToPoll() {
		startLoop(() -> new CountDownLatch(1).await());
		this.commands.park();
		assertThat(this.commands.hurry()).isFalse();
		this.commands.resume();
		assertThat(this.commands.hurry()).isTrue();
		assertThat(outcome()).isEqualTo("interrupted");
	}

	private void startLoop(Waiting waiting) {
		this.loop = new Thread(() -> {
			try {
				waiting.await();
				this.outcome.complete("returned");
			}
			catch (InterruptedException ex) {
				this.outcome.complete("interrupted");
			}
		});
		this.loop.setDaemon(true);
		this.commands.obeyedBy(this.loop);
		this.loop.start();
		Awaitility.await().until(() -> this.loop.getState().name().endsWith("WAITING"));
	}

	private String outcome() {
		return this.outcome.orTimeout(5, TimeUnit.SECONDS).join();
	}

	@FunctionalInterface
	private interface Waiting {

		void await() throws InterruptedException;

	}

}
