// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.health;

import java.time.Duration;
import java.util.List;

import io.github.telegramnopool.management.ManagedBot;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.polling.PollerStatus;
import io.github.telegramnopool.polling.UpdatePoller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Silence, which takes minutes when it is real: the other states are met in the module
 * actuator-tests.
 */
class TelegramHealthIndicatorTests {

	private static final Duration TOLERANCE = Duration.ofMinutes(2);

	@Test
	void aPollThatTakesLongIsNoTrouble() {
		assertThat(health(PollerState.RUNNING, Duration.ofSeconds(299), null)).isEqualTo(Status.UP);
	}

	@Test
	void aBotThatSeemsToRunAndHearsNothingIsDown() {
		assertThat(health(PollerState.RUNNING, Duration.ofSeconds(300), null)).isEqualTo(Status.DOWN);
	}

	@Test
	void anOutageCountsFromTheLastSuccess() {
		assertThat(health(PollerState.FAILING, Duration.ofSeconds(119), Duration.ofSeconds(90))).isEqualTo(Status.UP);
		assertThat(health(PollerState.FAILING, Duration.ofSeconds(120), Duration.ofSeconds(90))).isEqualTo(Status.DOWN);
	}

	@Test
	void anOutageFromTheBeginningCountsFromTheFirstFailure() {
		assertThat(health(PollerState.FAILING, null, Duration.ofSeconds(119))).isEqualTo(Status.UNKNOWN);
		assertThat(health(PollerState.FAILING, null, Duration.ofSeconds(120))).isEqualTo(Status.DOWN);
		assertThat(health(PollerState.CONFLICT, null, Duration.ofSeconds(119))).isEqualTo(Status.UNKNOWN);
		assertThat(health(PollerState.CONFLICT, null, Duration.ofSeconds(120))).isEqualTo(Status.OUT_OF_SERVICE);
	}

	private static Status health(PollerState state, @Nullable Duration lastSuccessAge, @Nullable Duration outage) {
		UpdatePoller poller = mock();
		given(poller.status()).willReturn(
				new PollerStatus(state, lastSuccessAge, 0, null, null, outage, 0, null, null, null, null, List.of()));
		ManagedBot bot = mock();
		given(bot.name()).willReturn("default");
		given(bot.route()).willReturn("directly");
		given(bot.poller()).willReturn(poller);
		Health health = new TelegramHealthIndicator(bot, TOLERANCE).health();
		assertThat(health.getDetails()).containsEntry("state", state);
		return health.getStatus();
	}

}
