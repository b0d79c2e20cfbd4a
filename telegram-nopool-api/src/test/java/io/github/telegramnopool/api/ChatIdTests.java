// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import io.github.telegramnopool.api.json.BotApiJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChatIdTests {

	@Test
	void isIdentifierOrUsername() {
		assertThat(ChatId.of(-1002233445566L).id()).isEqualTo(-1002233445566L);
		assertThat(ChatId.of(-1002233445566L).username()).isNull();
		assertThat(ChatId.of("@rowing_club").username()).isEqualTo("@rowing_club");
		assertThat(ChatId.of("@rowing_club").id()).isNull();
	}

	@Test
	void takesIdentifierAsText() {
		assertThat(ChatId.of("-100123")).isEqualTo(ChatId.of(-100123)).hasSameHashCodeAs(ChatId.of(-100123));
	}

	@Test
	void readsNumberAndText() {
		assertThat(BotApiJson.mapper().readValue("[5, \"@a_b\", \"7\"]", ChatId[].class)).containsExactly(ChatId.of(5),
				ChatId.of("@a_b"), ChatId.of(7));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "rowing_club", "@", "@rowing club", "https://t.me/rowing_club", "0", "1.5",
			"9999999999999999999", "-9223372036854775809", "99999999999999999999" })
	void rejectsWhatIsNoChat(String chat) {
		assertThatIllegalArgumentException().isThrownBy(() -> ChatId.of(chat)).withMessageContaining("is no chat");
	}

	@Test
	void rejectsZero() {
		assertThatIllegalArgumentException().isThrownBy(() -> ChatId.of(0)).withMessageContaining("is no chat");
	}

}
