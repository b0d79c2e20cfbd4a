// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Backlog}.
 */
class BacklogTests {

	private long now = -5;

	private final Backlog backlog = new Backlog(() -> this.now);

	@Test
	void oneForTheNextPollIfNothingWaits() {
		assertThat(this.backlog.answered(false)).isEqualTo(1);
		pass(Duration.ofMillis(50));
		assertThat(this.backlog.answered(false)).isEqualTo(1);
	}

	@Test
	void fourOnceAnAnswerIsFull() {
		assertThat(this.backlog.answered(true)).isEqualTo(4);
	}

	@ParameterizedTest
	@CsvSource({ "0, 4", "50, 4", "500, 4", "600, 3", "750, 3", "800, 2", "1500, 2", "1600, 1", "600000, 1" })
	void noMoreThanPollsUseBeforeTheyAreTooOld(long millis, int expected) {
		this.backlog.answered(true);
		pass(Duration.ofMillis(millis));
		assertThat(this.backlog.answered(true)).isEqualTo(expected);
	}

	@Test
	void itsEndIsForgotten() {
		this.backlog.answered(true);
		this.backlog.answered(false);
		pass(Duration.ofMinutes(1));
		assertThat(this.backlog.answered(true)).isEqualTo(4);
	}

	private void pass(Duration time) {
		this.now += time.toNanos();
	}

}
