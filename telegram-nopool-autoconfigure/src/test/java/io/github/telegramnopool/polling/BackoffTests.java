// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.github.telegramnopool.client.error.BadRequestException;
import io.github.telegramnopool.client.error.ConflictException;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramApiException;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.client.error.TooManyRequestsException;
import io.github.telegramnopool.client.error.UnauthorizedException;
import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.TransportFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Backoff}.
 */
class BackoffTests {

	private Backoff backoff = new Backoff(new Random(42));

	@Test
	void isBackSoonAfterThePathHeals() {
		assertPauses(new RequestNotSentException("getUpdates", TransportFixtures.failure(Phase.TCP, false, "down")), 1,
				2, 4, 5, 5);
		assertPauses(new RequestNotSentException("getUpdates", TransportFixtures.failure(Phase.TLS, true, "portal")), 1,
				2, 4, 5, 5);
	}

	@Test
	void doesNotTryWrongCredentialsTooOften() {
		assertPauses(new RequestNotSentException("getUpdates", TransportFixtures.failure(Phase.PROXY, true, "407")), 1,
				2, 4, 8, 16, 32, 60, 60);
	}

	@Test
	void sparesAServerThatIsUnwell() {
		assertPauses(new OutcomeUnknownException("getUpdates", "HTTP 502"), 1, 2, 4, 8, 16, 30, 30);
		assertPauses(new OutcomeUnknownException("getUpdates", TransportFixtures.failure(Phase.REQUEST, false, "cut")),
				1, 2, 4, 8, 16, 30, 30);
		assertPauses(new IllegalStateException("unforeseen"), 1, 2, 4, 8, 16, 30, 30);
		assertPauses(new BadRequestException("getUpdates", "x", null), 1, 2, 4, 8, 16, 30, 30);
	}

	@Test
	void wagesNoWarWithAnotherInstance() {
		assertPauses(new ConflictException("getUpdates", "terminated by other getUpdates request", null), 5, 10, 20, 40,
				60, 60);
	}

	@Test
	void asksForConfirmationOfARefusedTokenThreeTimes() {
		for (TelegramException refusal : List.of(new UnauthorizedException("getUpdates", "Unauthorized", null),
				new TelegramApiException("getUpdates", 404, "Not Found", null),
				new TelegramApiException("getUpdates", 421, "Misdirected Request", null))) {
			assertPauses(refusal, 5, 15, 30);
			assertThat(this.backoff.isTokenRefusedForGood()).isFalse();
			this.backoff.after(FailureKind.of(refusal), refusal);
			assertThat(this.backoff.isTokenRefusedForGood()).isTrue();
		}
	}

	@Test
	void obeysFloodLimitsAndNeverComesEarlier() {
		TooManyRequestsException flood = new TooManyRequestsException("getUpdates", "x", null, Duration.ofSeconds(17));
		for (int i = 0; i < 500; i++) {
			assertThat(this.backoff.after(FailureKind.FLOOD, flood)).isBetween(Duration.ofSeconds(17),
					Duration.ofSeconds(18));
		}
	}

	@Test
	void countsEachKindByItselfUntilTheNextSuccess() {
		OutcomeUnknownException badGateway = new OutcomeUnknownException("getUpdates", "HTTP 502");
		for (int i = 0; i < 1000; i++) {
			this.backoff.after(FailureKind.NOT_SENT, badGateway);
		}
		assertThat(this.backoff.after(FailureKind.BAD_ANSWER, badGateway)).isLessThanOrEqualTo(Duration.ofSeconds(1));
		this.backoff.reset();
		assertThat(this.backoff.after(FailureKind.NOT_SENT, badGateway)).isLessThanOrEqualTo(Duration.ofSeconds(1));
	}

	private void assertPauses(Throwable failure, int... seconds) {
		this.backoff = new Backoff(new Random(42));
		for (int expected : seconds) {
			assertThat(this.backoff.after(FailureKind.of(failure), failure))
				.isBetween(Duration.ofMillis(expected * 800L), Duration.ofSeconds(expected));
		}
	}

}
