// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.management;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.actuate.endpoint.SanitizableData;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TelegramSanitizingFunction}.
 */
class TelegramSanitizingFunctionTests {

	private static final String TOKEN = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcX";

	private final TelegramSanitizingFunction function = new TelegramSanitizingFunction(
			() -> List.of("kn0wn-secret", "abc"));

	@ParameterizedTest
	@CsvSource({ "telegram.token, anything", "TELEGRAM_TOKEN, anything", "telegram.bots.my.bot.token, anything",
			"TELEGRAM_BOTS_MAIN_PROXY_PASSWORD, anything", "telegram.proxy.password, x", "other, " + TOKEN,
			"other, bot4839574812%3AAAFD39kkdpWt3ywyRZergyOLMaJhac60qcX", "other, --x=kn0wn-secret --y", "other, abc",
			"telegram.proxy.url, socks5://kn0wn-secret" })
	void masks(String key, String value) {
		assertThat(sanitized(key, value)).isEqualTo("******");
	}

	@ParameterizedTest
	@CsvSource({ "telegram.base-url, https://api.telegram.org", "telegram.proxy.username, bot",
			"telegram.proxy.url, socks5://127.0.0.1:1080", "other, abcd", "other, jdbc:x://user:pass@host/db",
			"telegram.http.call-timeout, 60s", "other, 127.0.0.1:1234" })
	void leavesAlone(String key, String value) {
		assertThat(sanitized(key, value)).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			telegram.proxy.url             | socks5://u:p@h:1                | socks5://******@h:1
			telegram.proxy.url             | http://u:p%40@w@h:1             | http://******@h:1
			TELEGRAM_PROXY_URL             | socks5://u:kn0wn-secret@h:1     | socks5://******@h:1
			telegram.proxy.fallbacks       | http://a:b@c:1,socks5://d:e@f:2 | http://******@c:1,socks5://******@f:2
			telegram.proxy.fallbacks[0]    | http://a:b@c:1                  | http://******@c:1
			telegram.bots.x.proxy.url      | http://a:b@c:1                  | http://******@c:1
			HTTPS_PROXY                    | http://a:b@c:1                  | http://******@c:1
			""")
	void masksTheCredentialsOfAProxyAlone(String key, String value, String expected) {
		assertThat(sanitized(key, value)).isEqualTo(expected);
	}

	@Test
	void takesWhateverThereIs() {
		assertThat(sanitized("telegram.polling.limit", 7)).isEqualTo(7);
		assertThat(sanitized("telegram.token", null)).isNull();
		assertThat(sanitized("other", List.of("a", TOKEN))).isEqualTo("******");
	}

	private @Nullable Object sanitized(String key, @Nullable Object value) {
		return this.function.apply(new SanitizableData(null, key, value)).getValue();
	}

}
