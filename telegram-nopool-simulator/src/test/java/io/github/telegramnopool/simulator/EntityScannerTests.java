// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EntityScannerTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/start hi | bot_command:/start", "say /help@this_bot now | bot_command:/help@this_bot",
					"see https://a.example/b?c=d. | url:https://a.example/b?c=d",
					"see example.com, or t.me/somebody | url:example.com url:t.me/somebody",
					"ask @somebody! | mention:@somebody", "a #tag and #2tags | hashtag:#tag hashtag:#2tags",
					"to me@example.org, please | email:me@example.org",
					"https://a.example/@user/start#tag | url:https://a.example/@user/start#tag" })
	void findsEntities(String text, String expected) {
		assertThat(String.join(" ", found(text))).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hello", "1/2", "a/b", "</b>", "//comment", "#123", "me@", "3.14", "end.Next" })
	void leavesOtherTextAlone(String text) {
		assertThat(found(text)).isEmpty();
	}

	@Test
	void countsUtf16Units() {
		assertThat(EntityScanner.scan("\uD83D\uDE00 /go").get(0).get("offset").intValue()).isEqualTo(3);
	}

	private static List<String> found(String text) {
		return EntityScanner.scan(text).valueStream().map((entity) -> {
			int start = entity.get("offset").intValue();
			return entity.get("type").stringValue() + ":"
					+ text.substring(start, start + entity.get("length").intValue());
		}).toList();
	}

}
