// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Absence}.
 */
class AbsenceTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final VirtualTime time = new VirtualTime();

	private final Absence absence = new Absence(this.time);

	@Test
	void isNothingWhileTimePassesAsExpected() {
		for (int i = 0; i < 100; i++) {
			this.time.pass(SECOND);
			assertThat(this.absence.sinceLastLook(SECOND)).isZero();
		}
	}

	@Test
	void knowsAProcessThatWasStopped() {
		this.time.pass(Duration.ofSeconds(121));
		assertThat(this.absence.sinceLastLook(SECOND)).isEqualTo(Duration.ofMinutes(2));
		this.time.pass(SECOND);
		assertThat(this.absence.sinceLastLook(SECOND)).isZero();
	}

	@Test
	void knowsAMachineThatWasSuspended() {
		this.time.setWallClockForward(Duration.ofHours(8));
		this.time.pass(SECOND);
		assertThat(this.absence.sinceLastLook(SECOND)).isEqualTo(Duration.ofHours(8));
		this.time.pass(SECOND);
		assertThat(this.absence.sinceLastLook(SECOND)).isZero();
	}

	@Test
	void aClockThatIsSetBackIsNoAbsence() {
		this.time.setWallClockForward(Duration.ofDays(-1));
		this.time.pass(SECOND);
		assertThat(this.absence.sinceLastLook(SECOND)).isZero();
	}

}
