// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UpdateWindow}.
 */
@Timeout(20)
class UpdateWindowTests {

	private final UpdateWindow window = new UpdateWindow(PollerTime.real());

	@Test
	void knowsTheAgeOfTheOldestThatIsNotHandled() {
		VirtualTime time = new VirtualTime();
		UpdateWindow window = new UpdateWindow(time);
		assertThat(window.oldestUnhandled()).isNull();
		window.add(1);
		time.pass(Duration.ofSeconds(3));
		window.add(2);
		time.pass(Duration.ofSeconds(2));
		assertThat(window.oldestUnhandled()).isEqualTo(Duration.ofSeconds(5));
		window.handled(1);
		assertThat(window.oldestUnhandled()).isEqualTo(Duration.ofSeconds(2));
		window.handled(2);
		assertThat(window.oldestUnhandled()).isNull();
	}

	@Test
	void beginsWithoutOffset() {
		assertThat(this.window.advance()).isZero();
		assertThat(this.window.size()).isZero();
	}

	@Test
	void movesBehindWhatIsHandled() {
		add(7, 8, 9);
		handled(7, 8, 9);
		assertThat(this.window.advance()).isEqualTo(10);
		assertThat(this.window.size()).isZero();
	}

	@Test
	void aGapStopsTheOffset() {
		add(7, 8, 9);
		handled(7, 9);
		assertThat(this.window.advance()).isEqualTo(8);
		assertThat(this.window.size()).isEqualTo(2);
		assertThat(this.window.unhandled()).isEqualTo(1);
		handled(8);
		assertThat(this.window.advance()).isEqualTo(10);
	}

	@Test
	void nothingMovesWhileTheFirstIsUnhandled() {
		add(7, 8, 9);
		handled(8, 9);
		assertThat(this.window.advance()).isZero();
		assertThat(this.window.size()).isEqualTo(3);
	}

	@Test
	void gapsInTheIdsAreNoGaps() {
		add(7, 100, 101);
		handled(7, 100, 101);
		assertThat(this.window.advance()).isEqualTo(102);
	}

	@Test
	void knowsDuplicates() {
		assertThat(this.window.add(7)).isTrue();
		assertThat(this.window.add(7)).isFalse();
		handled(7);
		assertThat(this.window.add(7)).as("as long as it is not confirmed").isFalse();
		assertThat(this.window.unhandled()).isZero();
	}

	@Test
	void followsIdsThatJumpDown() {
		add(900_000_000);
		handled(900_000_000);
		assertThat(this.window.advance()).isEqualTo(900_000_001);
		add(5_000_000, 5_000_001);
		handled(5_000_000, 5_000_001);
		assertThat(this.window.advance()).isEqualTo(5_000_002);
	}

	@Test
	void keepsTheOrderOfComingForIdsThatJumpDownWithinABatch() {
		add(900, 5);
		handled(5);
		assertThat(this.window.advance()).isZero();
		handled(900);
		assertThat(this.window.advance()).isEqualTo(6);
	}

	@Test
	void ignoresWhatItDoesNotHold() {
		handled(7);
		assertThat(this.window.advance()).isZero();
	}

	@Test
	void resetForgetsAllButTheOffset() {
		add(7, 8);
		handled(7);
		this.window.reset(42);
		assertThat(this.window.size()).isZero();
		assertThat(this.window.advance()).isEqualTo(42);
		handled(8);
		assertThat(this.window.advance()).isEqualTo(42);
		assertThat(this.window.add(7)).isTrue();
	}

	@Test
	void waitsUntilAllIsHandled() throws Exception {
		add(7, 8);
		CompletableFuture<Void> handling = CompletableFuture.runAsync(() -> handled(8, 7));
		this.window.awaitHandled(Duration.ofSeconds(10));
		assertThat(this.window.unhandled()).isZero();
		handling.join();
	}

	@Test
	void waitsNoLongerThanItsTime() throws Exception {
		add(7);
		this.window.awaitHandled(Duration.ofMillis(50));
		assertThat(this.window.unhandled()).isEqualTo(1);
	}

	@Test
	void waitsForTheOldest() throws Exception {
		add(7, 8);
		CompletableFuture<Void> handling = CompletableFuture.runAsync(() -> handled(7));
		this.window.awaitProgress(Duration.ofSeconds(20));
		assertThat(this.window.advance()).isEqualTo(8);
		handling.join();
	}

	private void add(long... ids) {
		for (long id : ids) {
			assertThat(this.window.add(id)).isTrue();
		}
	}

	private void handled(long... ids) {
		for (long id : ids) {
			this.window.handled(id);
		}
	}

}
