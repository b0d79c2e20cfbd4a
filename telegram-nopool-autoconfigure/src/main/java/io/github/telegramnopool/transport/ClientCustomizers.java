package io.github.telegramnopool.transport;

import java.util.List;

/**
 * What users change on the clients of a bot, in order.
 *
 * @param httpClient the changes to the Reactor Netty client
 * @param webClient the changes to the {@code WebClient}
 * @since 0.1.0
 */
public record ClientCustomizers(List<TelegramHttpClientCustomizer> httpClient,
		List<TelegramWebClientCustomizer> webClient) {

	/**
	 * No changes.
	 * @return customizers that change nothing
	 */
	public static ClientCustomizers none() {
		return new ClientCustomizers(List.of(), List.of());
	}

}
