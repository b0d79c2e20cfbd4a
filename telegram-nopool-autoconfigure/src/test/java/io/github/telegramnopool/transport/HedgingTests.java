// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Hedging}.
 */
class HedgingTests {

	private final Semaphore budget = new Semaphore(2);

	@ParameterizedTest
	@CsvSource({ "0, 250", "1, 250", "7, 250", "8, 500", "9, 1000", "10, 2000", "11, 2000", "1000000, 2000" })
	void intervalsGrowAfterMany(int hedges, long millis) {
		Hedging hedging = new Hedging(Duration.ofMillis(250), this.budget);
		assertThat(hedging.intervalBefore(hedges)).isEqualTo(Duration.ofMillis(millis));
	}

	@Test
	void aSlowPathGetsItsTimeBeforeOthersTakeItsPlace() {
		Hedging hedging = new Hedging(Duration.ofMillis(250), this.budget);
		for (int i = 0; i < 40; i++) {
			hedging.took(Duration.ofMillis(1600));
		}
		assertThat(hedging.intervalBefore(0)).isEqualTo(Duration.ofMillis(250));
		assertThat(hedging.intervalBefore(1)).isCloseTo(Duration.ofMillis(1000), Duration.ofMillis(1));
		assertThat(hedging.intervalBefore(8)).isCloseTo(Duration.ofMillis(2000), Duration.ofMillis(1));
		for (int i = 0; i < 40; i++) {
			hedging.took(Duration.ofMillis(100));
		}
		assertThat(hedging.intervalBefore(1)).isEqualTo(Duration.ofMillis(250));
	}

	@Test
	void intervalsAreNeverShorterThanTheFirst() {
		Hedging hedging = new Hedging(Duration.ofSeconds(5), this.budget);
		assertThat(hedging.intervalBefore(0)).isEqualTo(Duration.ofSeconds(5));
		assertThat(hedging.intervalBefore(9)).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void noIntervalIsNoHedging() {
		assertThat(new Hedging(Duration.ZERO, this.budget).intervalBefore(3)).isZero();
	}

}
