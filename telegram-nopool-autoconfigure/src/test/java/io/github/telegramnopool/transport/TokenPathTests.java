package io.github.telegramnopool.transport;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TokenPath}.
 */
class TokenPathTests {

	private static final String TOKEN = "12:abcdefghijklmnopqrstuvwxyz";

	@ParameterizedTest
	@CsvSource({ "https://api.telegram.org, false, /getMe, /bot{}/getMe",
			"https://api.telegram.org/, false, /getMe, /bot{}/getMe",
			"https://api.telegram.org, true, /getMe, /bot{}/test/getMe",
			"https://host/a/b, false, /a/b/getMe, /a/b/bot{}/getMe",
			"https://host/a/b//, true, /a/b/getMe, /a/b/bot{}/test/getMe",
			"https://host/a%20b, false, /a%20b/getMe, /a%20b/bot{}/getMe" })
	void putsTheTokenBehindTheBase(URI base, boolean test, String without, String with) {
		TokenPath path = new TokenPath(settings(base, test));
		assertThat(path.of("getMe")).isEqualTo(without);
		assertThat(path.withToken(without)).isEqualTo(with.replace("{}", TOKEN));
	}

	private static TransportSettings settings(URI base, boolean test) {
		PhaseTimeouts timeouts = new PhaseTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
		return new TransportSettings(base, BotToken.of(TOKEN), test, null, timeouts, null);
	}

}
