package io.github.telegramnopool.transport;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * Everything that decides how a bot's connections are made.
 *
 * @param baseUrl the root of the Bot API, without a token
 * @param token the bot's token
 * @param testEnvironment whether to use Telegram's test environment
 * @param proxy the proxy for every connection, or {@code null} to connect directly
 * @param timeouts the time for each phase of a connection
 * @param hedgeAfter the time after which another connection is begun if none is ready to
 * carry the request, zero for never
 * @param sslBundle the trust and key material, or {@code null} for the JVM's
 * @since 0.1.0
 */
public record TransportSettings(URI baseUrl, BotToken token, boolean testEnvironment, @Nullable ProxySettings proxy,
		PhaseTimeouts timeouts, Duration hedgeAfter, @Nullable SslBundle sslBundle) {

	/**
	 * How connections reach the Bot API, for messages.
	 * @return the proxy's description, or {@code direct}
	 */
	public String route() {
		return (this.proxy != null) ? "via " + this.proxy.description() : "directly";
	}

}
