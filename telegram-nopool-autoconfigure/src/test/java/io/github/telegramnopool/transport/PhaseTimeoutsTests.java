// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PhaseTimeouts}.
 */
class PhaseTimeoutsTests {

	private final PhaseTimeouts timeouts = new PhaseTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10),
			Duration.ofSeconds(20));

	@Test
	void addUp() {
		assertThat(this.timeouts.total()).isEqualTo(Duration.ofSeconds(35));
	}

}
