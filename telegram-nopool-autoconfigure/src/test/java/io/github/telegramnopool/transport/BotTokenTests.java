// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BotToken}.
 */
class BotTokenTests {

	private static final String SECRET = "AAE-abcdefghijklmnopqrstuvwxyz_0123";

	@Test
	void knowsTheBotsId() {
		assertThat(BotToken.of("1234567890123456:" + SECRET).botId()).isEqualTo(1234567890123456L);
	}

	@Test
	void keepsTheValueForTheWire() {
		assertThat(BotToken.of("12:" + SECRET).value()).isEqualTo("12:" + SECRET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "12", "12:", ":" + SECRET, "12:tooshort", "12 :" + SECRET, "12:" + SECRET + "\n",
			"bot12:" + SECRET, "12:" + SECRET + "/x", "12:" + SECRET + "%2F", "12345678901234567:" + SECRET,
			"\u0661\u0662:" + SECRET, "12:" + SECRET + ":" + SECRET })
	void refusesWhatIsNoToken(String value) {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> BotToken.of(value));
	}

	@Test
	void neverEchoesWhatItRefuses() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> BotToken.of("x" + SECRET))
			.withNoCause()
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(SECRET));
	}

	@Test
	void textFormShowsNoSecret() {
		assertThat(BotToken.of("12:" + SECRET)).hasToString("12:******");
	}

	@Test
	void equalsByValue() {
		BotToken token = BotToken.of("12:" + SECRET);
		assertThat(token).isEqualTo(BotToken.of("12:" + SECRET)).hasSameHashCodeAs(BotToken.of("12:" + SECRET));
		assertThat(token).isNotEqualTo(BotToken.of("13:" + SECRET)).isNotEqualTo("12:" + SECRET);
	}

}
