// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.integration.proxy.ScriptedServer;
import io.github.telegramnopool.integration.proxy.SingleTry;
import io.github.telegramnopool.transport.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * F16: the login of SOCKS5.
 */
class F16Socks5CredentialsTests {

	@Test
	void aServerThatAcceptsNoneOfOurMethods() throws IOException {
		assertTold(ScriptedServer.answering("\u0005\u00ff"), "accepts no login by user and password");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0001", "\u0002", "\u00ff" })
	void aServerThatRefusesTheCredentials(String status) throws IOException {
		assertTold(ScriptedServer.following((client) -> {
			ScriptedServer.read(client);
			ScriptedServer.say(client, "\u0005\u0002");
			ScriptedServer.read(client);
			ScriptedServer.say(client, "\u0001" + status);
			ScriptedServer.read(client);
		}), "refused the credentials (");
	}

	@Test
	void aServerThatWantsNoneIsTaken() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("socks5")
					.with("telegram.proxy.url", "socks5://bot:secret@127.0.0.1:" + telegram.proxy().port())
					.run()) {
			assertThat(bot.blockingApi().getMe().id()).isEqualTo(RunningBot.ID);
		}
	}

	/**
	 * Netty would send the length of more than 255 bytes wrongly, and leave out a user
	 * without a password.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "bot", "bot:", "b%C3%B6t:secret", "bot:TOO-LONG" })
	void whatTheProtocolCannotCarryFailsTheStart(String userinfo) {
		String url = "socks5://" + userinfo.replace("TOO-LONG", "x".repeat(256)) + "@127.0.0.1:1080";
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> RunningBot.settings().with("telegram.proxy.url", url).run().close())
			.havingRootCause()
			.withMessageContaining("telegram.proxy.url")
			.withMessageNotContaining("secret");
	}

	private static void assertTold(ScriptedServer proxy, String cure) throws IOException {
		try (proxy) {
			String url = proxy.url("socks5");
			SingleTry.through(url.replace("://", "://bot:" + SingleTry.PASSWORD + "@"))
				.assertTold(Phase.PROXY, url.replace("://", " proxy "), cure);
		}
	}

}
