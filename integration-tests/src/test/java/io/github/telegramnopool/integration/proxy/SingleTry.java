// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.net.URI;
import java.time.Duration;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.method.GetMe;
import io.github.telegramnopool.client.BotClients;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.transport.BotToken;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.ClientCustomizers;
import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.PhaseTimeouts;
import io.github.telegramnopool.transport.ProxySettings;
import io.github.telegramnopool.transport.TransportSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A call that is not repeated, so that what it ends with is what happened.
 */
public final class SingleTry {

	/**
	 * Appears nowhere but on the wire.
	 */
	public static final String PASSWORD = "w0nd3rl4nd";

	private static final Duration PHASE = Duration.ofSeconds(1);

	private final RequestNotSentException failure;

	private SingleTry(RequestNotSentException failure) {
		this.failure = failure;
	}

	/**
	 * Fail to call Telegram through a proxy.
	 * @param proxyUrl what {@code telegram.proxy.url} has to say
	 * @return what came of it
	 */
	public static SingleTry through(String proxyUrl) {
		TransportSettings settings = new TransportSettings(URI.create("https://" + ProxyContainer.API_HOST),
				BotToken.of(RunningBot.TOKEN), false, ProxySettings.parse(proxyUrl),
				new PhaseTimeouts(PHASE, PHASE, PHASE), Duration.ZERO, null);
		try (BotTransport transport = new BotTransport("single-try", settings, 1, 0, ClientCustomizers.none())) {
			return new SingleTry(catchThrowableOfType(RequestNotSentException.class,
					() -> new BotClients("single-try", BotApiJson.mapper()).updates(() -> transport, false)
						.call(GetMe.of(), PHASE.multipliedBy(10))
						.block()));
		}
	}

	/**
	 * Make sure that the user is told how far the call came, who stood in its way and
	 * what to do, and no secret.
	 */
	public void assertTold(Phase phase, String peer, String cure) {
		assertThat(this.failure).hasMessageStartingWith("getMe: not sent (" + phase + "), ")
			.hasMessageContaining(peer)
			.hasMessageContaining(cure)
			.hasMessageNotContaining(PASSWORD)
			.hasMessageNotContaining(RunningBot.TOKEN);
		assertThat(this.failure.phase()).isEqualTo(phase);
	}

}
