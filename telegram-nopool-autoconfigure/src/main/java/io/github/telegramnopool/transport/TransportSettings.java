// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.Assert;

/**
 * Everything that decides how a bot's connections are made.
 *
 * @param baseUrl the root of the Bot API, without a token
 * @param token the bot's token
 * @param testEnvironment whether to use Telegram's test environment
 * @param routes the ways to the Bot API in the order of preference, at least one
 * @param timeouts the time for each phase of a connection
 * @param hedgeAfter the time after which another connection is begun if none is ready to
 * carry the request, zero for never
 * @param sslBundle the trust and key material, or {@code null} for the JVM's
 * @since 0.1.0
 */
public record TransportSettings(URI baseUrl, BotToken token, boolean testEnvironment, List<Route> routes,
		PhaseTimeouts timeouts, Duration hedgeAfter, @Nullable SslBundle sslBundle) {

	public TransportSettings {
		Assert.notEmpty(routes, "'routes' must not be empty");
		routes = List.copyOf(routes);
	}

	/**
	 * Settings with one route.
	 * @param baseUrl the root of the Bot API, without a token
	 * @param token the bot's token
	 * @param testEnvironment whether to use Telegram's test environment
	 * @param proxy the proxy for every connection, or {@code null} to connect directly
	 * @param timeouts the time for each phase of a connection
	 * @param hedgeAfter the time after which another connection is begun if none is ready
	 * to carry the request, zero for never
	 * @param sslBundle the trust and key material, or {@code null} for the JVM's
	 */
	public TransportSettings(URI baseUrl, BotToken token, boolean testEnvironment, @Nullable ProxySettings proxy,
			PhaseTimeouts timeouts, Duration hedgeAfter, @Nullable SslBundle sslBundle) {
		this(baseUrl, token, testEnvironment, List.of(new Route(proxy)), timeouts, hedgeAfter, sslBundle);
	}

	/**
	 * How connections reach the Bot API as long as all is well, for messages.
	 * @return the description of the first route
	 */
	public String route() {
		return this.routes.get(0).description();
	}

}
