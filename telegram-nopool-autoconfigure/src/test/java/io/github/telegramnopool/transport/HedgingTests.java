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
	@CsvSource({ "0, 250", "1, 250", "2, 500", "3, 1000", "4, 2000", "5, 2000", "1000000, 2000" })
	void intervalsGrow(int hedges, long millis) {
		Hedging hedging = new Hedging(Duration.ofMillis(250), this.budget);
		assertThat(hedging.intervalBefore(hedges)).isEqualTo(Duration.ofMillis(millis));
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
