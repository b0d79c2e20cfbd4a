// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What others add to the clients of a bot, in order.
 *
 * @param httpClient the changes to the Reactor Netty client
 * @param webClient the changes to the {@code WebClient}
 * @param phases told how long the phases of each call took, or {@code null}
 * @since 0.1.0
 */
public record ClientCustomizers(List<TelegramHttpClientCustomizer> httpClient,
		List<TelegramWebClientCustomizer> webClient, @Nullable Consumer<PhaseTimes> phases) {

	/**
	 * Create customizers that nobody listens by.
	 * @param httpClient the changes to the Reactor Netty client
	 * @param webClient the changes to the {@code WebClient}
	 */
	public ClientCustomizers(List<TelegramHttpClientCustomizer> httpClient,
			List<TelegramWebClientCustomizer> webClient) {
		this(httpClient, webClient, null);
	}

	/**
	 * No changes.
	 * @return customizers that change nothing
	 */
	public static ClientCustomizers none() {
		return new ClientCustomizers(List.of(), List.of());
	}

	/**
	 * The same customizers, and somebody who is told how long the phases of each call
	 * took.
	 * @param phases called on event loops and timers, so it has to be quick
	 * @return the customizers
	 */
	public ClientCustomizers listeningBy(Consumer<PhaseTimes> phases) {
		return new ClientCustomizers(this.httpClient, this.webClient, phases);
	}

}
