// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Demand}.
 */
class DemandTests {

	private final AtomicLong now = new AtomicLong();

	private final Demand demand = new Demand(Duration.ofSeconds(2), this.now::get);

	@Test
	void isThereAsLongAsCallsFollow() {
		for (int i = 0; i < 20; i++) {
			assertThat(this.demand.expect()).isTrue();
			passes(Duration.ofMillis(1900));
			this.demand.called();
			passes(Duration.ofMinutes(5));
		}
	}

	@Test
	void endsWithTheFirstCallThatDoesNotFollow() {
		assertThat(this.demand.expect()).isTrue();
		passes(Duration.ofSeconds(3));
		assertThat(this.demand.expect()).isFalse();
	}

	@Test
	void comesBackWhenCallsFollowAgain() {
		for (int i = 0; i < 50; i++) {
			this.demand.expect();
			passes(Duration.ofSeconds(3));
		}
		int needed = 0;
		while (!this.demand.expect()) {
			this.demand.called();
			needed++;
		}
		assertThat(needed).isBetween(3, 6);
	}

	@Test
	void aCallThatComesLateDidNotFollow() {
		this.demand.expect();
		passes(Duration.ofSeconds(3));
		this.demand.called();
		assertThat(this.demand.expect()).isFalse();
	}

	@Test
	void aBotThatAnswersEveryThirdUpdateHasNone() {
		int begun = 0;
		for (int i = 0; i < 300; i++) {
			begun += this.demand.expect() ? 1 : 0;
			if (i % 3 == 0) {
				this.demand.called();
			}
			passes(Duration.ofSeconds(3));
		}
		assertThat(begun).isLessThan(60);
	}

	@Test
	void callsThatNobodyExpectedTeachNothing() {
		for (int i = 0; i < 50; i++) {
			this.demand.called();
		}
		this.demand.expect();
		passes(Duration.ofSeconds(3));
		assertThat(this.demand.expect()).isFalse();
	}

	private void passes(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

}
