// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.telegramnopool.client.error.BadRequestException;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TooManyRequestsException;
import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.TransportFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RepeatPolicy}.
 */
class RepeatPolicyTests {

	private final RepeatPolicy policy = new RepeatPolicy(new Random(42));

	@ParameterizedTest
	@EnumSource(value = Phase.class, names = { "WAITING", "DNS", "TCP", "PROXY", "TLS" })
	void repeatsWhatWasNotSent(Phase phase) {
		assertThat(this.policy.pauseAfter(notSent(phase, false), 0)).isNotNull();
		assertThat(this.policy.pauseAfter(notSent(phase, false), 1000)).isNotNull();
	}

	@Test
	void repeatsATransferThatWasCutTwice() {
		assertThat(this.policy.pauseAfter(notSent(Phase.REQUEST, false), 1)).isNotNull();
		assertThat(this.policy.pauseAfter(notSent(Phase.REQUEST, false), 2)).isNull();
	}

	@Test
	void readsOnIfToldSo() {
		assertThat(this.policy.pauseAfter(unknown(Downloads.NAME), 2)).isNull();
		assertThat(this.policy.readingOn().pauseAfter(unknown(Downloads.NAME), 1000)).isNotNull();
		assertThat(this.policy.readingOn().pauseAfter(unknown("sendMessage"), 0)).isNull();
	}

	@Test
	void doesNotRepeatWhatTakesAPerson() {
		assertThat(this.policy.pauseAfter(notSent(Phase.PROXY, true), 0)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "0, 125, 250", "1, 250, 500", "2, 500, 1000", "3, 1000, 2000", "4, 2000, 4000", "5, 2000, 4000",
			"1000, 2000, 4000" })
	void pausesLongerEachTime(int repeats, long shortest, long longest) {
		for (int i = 0; i < 200; i++) {
			assertThat(this.policy.pauseAfter(notSent(Phase.TCP, false), repeats))
				.isBetween(Duration.ofMillis(shortest), Duration.ofMillis(longest));
		}
	}

	@Test
	void repeatsAReadTwice() {
		OutcomeUnknownException failure = unknown("getChat");
		assertThat(this.policy.pauseAfter(failure, 0)).isNotNull();
		assertThat(this.policy.pauseAfter(failure, 1)).isNotNull();
		assertThat(this.policy.pauseAfter(failure, 2)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sendMessage", "deleteMessage", "forgetMe", "setWebhook", "banChatMember" })
	void neverRepeatsACallThatMayHaveBeenExecuted(String method) {
		assertThat(this.policy.pauseAfter(unknown(method), 0)).isNull();
	}

	@Test
	void neverRepeatsARefusal() {
		assertThat(this.policy.pauseAfter(new BadRequestException("getChat", "x", null), 0)).isNull();
		assertThat(this.policy.pauseAfter(new TooManyRequestsException("getChat", "x", null, Duration.ZERO), 0))
			.isNull();
	}

	private static RequestNotSentException notSent(Phase phase, boolean permanent) {
		return new RequestNotSentException("sendMessage", TransportFixtures.failure(phase, permanent, "broken"));
	}

	private static OutcomeUnknownException unknown(String method) {
		return new OutcomeUnknownException(method, TransportFixtures.failure(Phase.REQUEST, false, "broken"));
	}

}
