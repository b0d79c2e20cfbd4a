// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LoopWatch}.
 */
class LoopWatchTests {

	private static final Duration PATIENCE = Duration.ofSeconds(130);

	private final VirtualTime time = new VirtualTime();

	private final LoopWatch watch = new LoopWatch(this.time, PATIENCE);

	@Test
	void givesUpALoopThatNeverAsks() {
		this.time.pass(PATIENCE);
		assertThat(this.watch.giveUpIfOverdue()).isFalse();
		this.time.pass(Duration.ofSeconds(1));
		assertThat(this.watch.giveUpIfOverdue()).isTrue();
		assertThat(this.watch.isGivenUp()).isTrue();
		assertThat(this.watch.giveUpIfOverdue()).isFalse();
	}

	@Test
	void isPatientWithALoopThatIsHeardOf() throws Exception {
		for (int i = 0; i < 100; i++) {
			this.watch.polls();
			this.time.pass(PATIENCE);
			assertThat(this.watch.giveUpIfOverdue()).isFalse();
		}
	}

	@Test
	void waitsForAPauseToEnd() throws Exception {
		this.watch.polls(Duration.ofHours(1));
		this.time.pass(Duration.ofHours(1).plus(PATIENCE));
		assertThat(this.watch.giveUpIfOverdue()).isFalse();
		this.time.pass(Duration.ofSeconds(1));
		assertThat(this.watch.giveUpIfOverdue()).isTrue();
	}

	@Test
	void restsAsLongAsTheLoopDoes() throws Exception {
		this.watch.rests();
		this.time.pass(Duration.ofDays(1000));
		assertThat(this.watch.giveUpIfOverdue()).isFalse();
	}

	@Test
	void aLoopThatIsGivenUpCanDoNothingAnyMore() {
		this.time.pass(PATIENCE.plusSeconds(1));
		this.watch.giveUpIfOverdue();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(this.watch::polls);
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(this.watch::rests);
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> this.watch.ends(PATIENCE));
		assertThat(this.watch.isGivenUp()).isTrue();
	}

}
