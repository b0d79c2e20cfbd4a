// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Callback to customize a bot's {@link WebClient}, such as by filters. Filters see
 * requests without a token. A filter must not repeat a request: it may have been executed
 * already.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TelegramWebClientCustomizer {

	/**
	 * Customize the client.
	 * @param builder the builder of the client
	 */
	void customize(WebClient.Builder builder);

}
