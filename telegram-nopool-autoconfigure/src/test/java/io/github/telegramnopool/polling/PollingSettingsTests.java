// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PollingSettings}.
 */
class PollingSettingsTests {

	@Test
	void theDeadlineOfAPollIsItsTimeoutAndAMargin() {
		assertThat(settings(Duration.ofSeconds(50), 100).longPollDeadline()).isEqualTo(Duration.ofSeconds(85));
	}

	@Test
	void refusesWhatTelegramDoesNotAllow() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(Duration.ofSeconds(51), 100))
			.withMessage("'timeout' must not be over 50 seconds");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(Duration.ofSeconds(1), 0))
			.withMessage("'limit' must be between 1 and 100");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(Duration.ofSeconds(1), 101));
	}

	private static PollingSettings settings(Duration timeout, int limit) {
		return new PollingSettings(null, timeout, limit, null, false, false, Duration.ofSeconds(35),
				Duration.ofSeconds(10));
	}

}
