// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure.real;

import java.time.Duration;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.proxy.ProxyContainer;
import io.github.telegramnopool.integration.proxy.RealProxy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.junit.jupiter.Testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F15 and F16: users and passwords. Right, wrong and missing ones are cells of
 * {@code ProxyMatrixTests}, those that nobody asks for are part of {@link FaultTrial}.
 */
@Tag("long")
@Testcontainers(disabledWithoutDocker = true)
class ProxyLoginTests {

	/**
	 * Nobody has to restart the bot when what was wrong is put right on the proxy's side.
	 */
	@ParameterizedTest
	@EnumSource(names = { "SQUID", "DANTE" })
	void hearsSoonAfterTheProxyAcceptsThePassword(RealProxy proxy) {
		try (TelegramBehindRealProxy telegram = TelegramBehindRealProxy.through(proxy,
				ProxyContainer.withPassword(proxy.program()));
				NumberedTalk talk = new NumberedTalk(telegram,
						telegram.settings(telegram.proxy().urlWithWrongPassword(proxy)))) {
			talk.write();
			assertThat(talk.awaitNotSent(1)).contains("(PROXY)", "refused the credentials", "telegram.proxy.username")
				.doesNotContain(ProxyContainer.WRONG_PASSWORD, RunningBot.TOKEN);
			telegram.proxy().setPassword(ProxyContainer.WRONG_PASSWORD);
			talk.awaitHeard(Duration.ofSeconds(6).plus(telegram.longestTry()));
			talk.assertKept();
		}
	}

}
