// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import reactor.netty.http.client.HttpClient;

/**
 * Callback to customize the Reactor Netty client below a bot's
 * {@link org.springframework.web.reactive.function.client.WebClient WebClient}. It is
 * applied before the settings that the transport relies on: one connection for each call,
 * proxy, TLS, deadlines and token can't be changed by it.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TelegramHttpClientCustomizer {

	/**
	 * Customize the client.
	 * @param client the client so far
	 * @return the customized client
	 */
	HttpClient customize(HttpClient client);

}
