// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

	@ParameterizedTest
	@CsvSource({ "https://api.telegram.org, false, photos/1.jpg, /file/photos/1.jpg, /file/bot{}/photos/1.jpg",
			"https://api.telegram.org, true, a b/%41ü?#.jpg, /file/a%20b/%2541%C3%BC%3F%23.jpg, /file/bot{}/test/a%20b/%2541%C3%BC%3F%23.jpg",
			"https://host/a/, false, x, /a/file/x, /a/file/bot{}/x" })
	void putsTheTokenIntoThePathOfAFile(URI base, boolean test, String file, String without, String with) {
		TokenPath path = new TokenPath(settings(base, test));
		assertThat(path.ofFile(file)).isEqualTo(without);
		assertThat(path.withToken(without)).isEqualTo(with.replace("{}", TOKEN));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/etc/passwd", "../x", "a/../../x", "a//b", "a/.", ".." })
	void refusesPathsThatLeadElsewhere(String file) {
		TokenPath path = new TokenPath(settings(URI.create("https://host"), false));
		assertThatIllegalArgumentException().isThrownBy(() -> path.ofFile(file));
	}

	private static TransportSettings settings(URI base, boolean test) {
		PhaseTimeouts timeouts = new PhaseTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
		return new TransportSettings(base, BotToken.of(TOKEN), test, List.of(new Route(null)), timeouts, Duration.ZERO,
				null);
	}

}
