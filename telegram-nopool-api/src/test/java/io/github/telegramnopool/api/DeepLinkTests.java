// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DeepLinkTests {

	@Test
	void linksToChatGroupAndApp() {
		assertThat(DeepLink.start("my_bot", "ref-42")).isEqualTo("https://t.me/my_bot?start=ref-42");
		assertThat(DeepLink.startGroup("@my_bot", "x")).isEqualTo("https://t.me/my_bot?startgroup=x");
		assertThat(DeepLink.startApp("my_bot", "A_z-9")).isEqualTo("https://t.me/my_bot?startapp=A_z-9");
		assertThat(DeepLink.start("my_bot", "x".repeat(64))).endsWith("=" + "x".repeat(64));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "a=b", "ä", "a%20", "a.b",
			"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" })
	void refusesWhatTelegramRefuses(String payload) {
		assertThatIllegalArgumentException().isThrownBy(() -> DeepLink.start("my_bot", payload))
			.withMessageContaining("'" + payload + "'")
			.withMessageContaining("1 to 64");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "@", "https://t.me/my_bot", "my bot", "my_bot?x=1" })
	void refusesWhatIsNoUsername(String username) {
		assertThatIllegalArgumentException().isThrownBy(() -> DeepLink.start(username, "x"))
			.withMessageContaining("no username");
	}

	@Test
	void encodesAnyText() {
		assertThat(DeepLink.encode("ref:42?")).isEqualTo("cmVmOjQyPw").doesNotContain("=");
		assertThat(DeepLink.decode("cmVmOjQyPw")).isEqualTo("ref:42?");
		assertThat(DeepLink.decode(DeepLink.encode("Grüße 👋"))).isEqualTo("Grüße 👋");
	}

	@Test
	void encodedBytesAreAPayload() {
		byte[] bytes = new byte[48];
		new Random(5).nextBytes(bytes);
		String payload = DeepLink.encode(bytes);
		assertThat(DeepLink.start("my_bot", payload)).endsWith(payload);
		assertThat(payload).hasSize(64);
		assertThat(DeepLink.decodeBytes(payload)).isEqualTo(bytes);
	}

	@Test
	void refusesWhatDoesNotFit() {
		assertThatIllegalArgumentException().isThrownBy(() -> DeepLink.encode("x".repeat(49)))
			.withMessageContaining("1 to 48 bytes, not 49");
		assertThatIllegalArgumentException().isThrownBy(() -> DeepLink.encode(""))
			.withMessageContaining("1 to 48 bytes, not 0");
	}

	@Test
	void refusesWhatWasNotEncoded() {
		assertThatIllegalArgumentException().isThrownBy(() -> DeepLink.decode("a+b"))
			.withMessageContaining("'a+b' is no base64url");
		assertThatIllegalArgumentException().isThrownBy(() -> DeepLink.decode("_w"))
			.withMessageContaining("no text in UTF-8");
	}

}
