package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.telegramnopool.client.error.BadRequestException;
import io.github.telegramnopool.client.error.ConflictException;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramApiException;
import io.github.telegramnopool.client.error.TooManyRequestsException;
import io.github.telegramnopool.client.error.UnauthorizedException;
import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.TransportFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Backoff}.
 */
class BackoffTests {

	private final Backoff backoff = new Backoff(new Random(42));

	@ParameterizedTest
	@CsvSource({ "1, 1000", "2, 2000", "3, 4000", "4, 5000", "5, 5000", "1000000, 5000" })
	void isBackSoonAfterThePathHeals(int failures, long millis) {
		assertPause(new RequestNotSentException("getUpdates", TransportFixtures.failure(Phase.TCP, false, "down")),
				failures, millis);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1000", "2, 2000", "3, 4000", "4, 8000", "5, 16000", "6, 30000", "7, 30000", "1000000, 30000" })
	void sparesAServerThatIsUnwell(int failures, long millis) {
		assertPause(new OutcomeUnknownException("getUpdates", "HTTP 502"), failures, millis);
		assertPause(new IllegalStateException("unforeseen"), failures, millis);
		assertPause(new BadRequestException("getUpdates", "x", null), failures, millis);
	}

	@ParameterizedTest
	@CsvSource({ "1, 5000", "2, 10000", "3, 20000", "4, 40000", "5, 60000", "6, 60000" })
	void wagesNoWarWithAnotherInstance(int failures, long millis) {
		assertPause(new ConflictException("getUpdates", "terminated by other getUpdates request", null), failures,
				millis);
	}

	@ParameterizedTest
	@CsvSource({ "1, 5000", "2, 10000", "3, 20000", "4, 30000" })
	void asksForConfirmationOfARefusedToken(int failures, long millis) {
		assertPause(new UnauthorizedException("getUpdates", "Unauthorized", null), failures, millis);
		assertPause(new TelegramApiException("getUpdates", 404, "Not Found", null), failures, millis);
	}

	@Test
	void obeysFloodLimitsAndNeverComesEarlier() {
		TooManyRequestsException flood = new TooManyRequestsException("getUpdates", "x", null, Duration.ofSeconds(17));
		for (int i = 0; i < 500; i++) {
			assertThat(this.backoff.after(flood, i + 1)).isBetween(Duration.ofSeconds(17), Duration.ofSeconds(18));
		}
	}

	@Test
	void knowsARefusedToken() {
		assertThat(Backoff.isRefusedToken(new UnauthorizedException("getMe", "x", null))).isTrue();
		assertThat(Backoff.isRefusedToken(new TelegramApiException("getMe", 404, "Not Found", null))).isTrue();
		assertThat(Backoff.isRefusedToken(new ConflictException("getMe", "x", null))).isFalse();
		assertThat(Backoff.isRefusedToken(new OutcomeUnknownException("getMe", "HTTP 404"))).isFalse();
	}

	private void assertPause(Throwable failure, int failures, long millis) {
		long shortest = Long.MAX_VALUE;
		long longest = 0;
		for (int i = 0; i < 500; i++) {
			long pause = this.backoff.after(failure, failures).toMillis();
			shortest = Math.min(shortest, pause);
			longest = Math.max(longest, pause);
		}
		assertThat(shortest).isBetween(millis * 80 / 100, millis * 83 / 100);
		assertThat(longest).isBetween(millis * 97 / 100, millis);
	}

}
