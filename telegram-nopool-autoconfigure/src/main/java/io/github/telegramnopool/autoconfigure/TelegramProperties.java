// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.github.telegramnopool.dispatch.DispatchSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.unit.DataSize;

/**
 * {@link ConfigurationProperties Configuration properties} of a Telegram bot. Those of
 * each bot under {@code telegram.bots} are the same, with these as their defaults.
 *
 * @param enabled Whether to set up the bot.
 * @param token Token of the bot, as BotFather gave it.
 * @param baseUrl Root of the Bot API, without a token. Also for a local Bot API server.
 * @param localFiles Whether files that a local Bot API server (started with --local)
 * keeps are read from this machine's disk.
 * @param testEnvironment Whether to use Telegram's test environment.
 * @param ssl TLS towards the Bot API.
 * @param proxy Proxy for every connection.
 * @param http Connections and calls.
 * @param polling Receiving updates.
 * @param dispatch Handing updates to listeners.
 * @param commands Commands in the menu of the bot.
 * @param flood Flood limits.
 * @since 0.1.0
 */
@ConfigurationProperties("telegram")
public record TelegramProperties(@DefaultValue("true") boolean enabled, @Nullable String token,
		@DefaultValue("https://api.telegram.org") URI baseUrl, @DefaultValue("false") boolean localFiles,
		@DefaultValue("false") boolean testEnvironment, @DefaultValue Ssl ssl, @DefaultValue Proxy proxy,
		@DefaultValue Http http, @DefaultValue Polling polling, @DefaultValue Dispatch dispatch,
		@DefaultValue Commands commands, @DefaultValue Flood flood) {

	@Override
	public String toString() {
		return "TelegramProperties[baseUrl=" + this.baseUrl + "]";
	}

	/**
	 * TLS towards the Bot API.
	 *
	 * @param bundle Name of the SSL bundle with the certificates to trust. Verification
	 * can't be switched off.
	 */
	public record Ssl(@Nullable String bundle) {

	}

	/**
	 * Proxy for every connection.
	 *
	 * @param url URL of the proxy, such as 'socks5://user:secret@127.0.0.1:1080', with
	 * user and password percent-encoded, or 'direct' for none. Not together with the
	 * type, host, port, username and password.
	 * @param type Protocol spoken to the proxy.
	 * @param host Name or address of the proxy.
	 * @param port Port of the proxy.
	 * @param username User of the proxy.
	 * @param password Password of the proxy's user.
	 * @param fallbacks Comma-separated list of the URLs of further proxies. They are
	 * tried in their order when one fails before a request has left. With 'direct' among
	 * them, connections without a proxy are tried too.
	 * @param useSystem Whether to use, if no proxy is set here, the one of the JVM's
	 * system properties or of the environment variables HTTPS_PROXY and ALL_PROXY.
	 */
	public record Proxy(@Nullable String url, @Nullable String type, @Nullable String host, @Nullable Integer port,
			@Nullable String username, @Nullable String password, @DefaultValue List<String> fallbacks,
			@DefaultValue("false") boolean useSystem) {

		@Override
		public String toString() {
			return "Proxy[type=" + this.type + ", host=" + this.host + ", port=" + this.port + "]";
		}

	}

	/**
	 * Connections and calls.
	 *
	 * @param connectTimeout Time for a TCP connection. If a duration suffix is not
	 * specified, seconds will be used.
	 * @param proxyTimeout Time for the proxy to open a tunnel. If a duration suffix is
	 * not specified, seconds will be used.
	 * @param tlsTimeout Time for the TLS handshake. If a duration suffix is not
	 * specified, seconds will be used.
	 * @param callTimeout Hard deadline of a call, with the answer's body and repeated
	 * tries. If a duration suffix is not specified, seconds will be used.
	 * @param minThroughput Amount of data per second that a transfer of files has to
	 * reach: they add to the deadline what they take at that speed. If a size suffix is
	 * not specified, bytes will be used.
	 * @param maxConcurrentCalls Number of calls at a time, not counting the poller.
	 * Further ones wait within their deadline. Use 0 for no limit.
	 * @param hedgeAfter Time after which another connection is begun if none is ready to
	 * carry the request. The first to be ready carries it. Use 0 to begin none. If a
	 * duration suffix is not specified, seconds will be used.
	 * @param connectAhead Whether connections are begun while listeners run, so that
	 * replies and the next polls need not wait for them. Each is used once, and none is
	 * kept for more than 2 seconds.
	 */
	public record Http(@DefaultValue("5s") @DurationUnit(ChronoUnit.SECONDS) Duration connectTimeout,
			@DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) Duration proxyTimeout,
			@DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) Duration tlsTimeout,
			@DefaultValue("60s") @DurationUnit(ChronoUnit.SECONDS) Duration callTimeout,
			@DefaultValue("50KB") DataSize minThroughput, @DefaultValue("64") int maxConcurrentCalls,
			@DefaultValue("250ms") @DurationUnit(ChronoUnit.SECONDS) Duration hedgeAfter,
			@DefaultValue("false") boolean connectAhead) {

	}

	/**
	 * Receiving updates.
	 *
	 * @param enabled Whether to ask for updates. By default only if a listener for
	 * updates exists.
	 * @param timeout Time that Telegram holds a request while there is no update, at most
	 * 50 seconds. If a duration suffix is not specified, seconds will be used.
	 * @param limit Number of updates to ask for at a time, from 1 to 100.
	 * @param allowedUpdates Comma-separated list of the kinds of update to receive. By
	 * default those that listeners exist for.
	 * @param dropPendingUpdates Whether to forget, at the start, what came before.
	 * @param deleteWebhook Whether to remove a webhook at the start.
	 */
	public record Polling(@DefaultValue("auto") Mode enabled,
			@DefaultValue("30s") @DurationUnit(ChronoUnit.SECONDS) Duration timeout, @DefaultValue("100") int limit,
			@Nullable List<String> allowedUpdates, @DefaultValue("false") boolean dropPendingUpdates,
			@DefaultValue("false") boolean deleteWebhook) {

		/**
		 * When to poll.
		 */
		public enum Mode {

			/**
			 * If a listener for updates exists.
			 */
			AUTO,

			/**
			 * Always.
			 */
			TRUE,

			/**
			 * Never.
			 */
			FALSE

		}

	}

	/**
	 * Handing updates to listeners.
	 *
	 * @param order Which updates wait for each other.
	 * @param concurrency Number of updates that are handled at a time.
	 * @param attempts Number of tries of a failing listener.
	 * @param listenerTimeout Time that a listener may take for an update before it is
	 * interrupted. Use 0 for any. If a duration suffix is not specified, seconds will be
	 * used.
	 * @param transactional Whether to publish updates inside a transaction and commit it
	 * before they count as handled, for @TransactionalEventListener and Spring Modulith's
	 * listeners.
	 * @param shutdownTimeout Time for listeners to end and for what they have handled to
	 * be confirmed when the application stops. If a duration suffix is not specified,
	 * seconds will be used.
	 */
	public record Dispatch(@DefaultValue("per-chat") DispatchSettings.Order order, @DefaultValue("16") int concurrency,
			@DefaultValue("1") int attempts,
			@DefaultValue("5m") @DurationUnit(ChronoUnit.SECONDS) Duration listenerTimeout,
			@DefaultValue("false") boolean transactional,
			@DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) Duration shutdownTimeout) {

	}

	/**
	 * Commands in the menu of the bot.
	 *
	 * @param publish Whether to tell Telegram, once the bot is ready to receive updates,
	 * the commands of those listeners that have a description.
	 */
	public record Commands(@DefaultValue("false") boolean publish) {

	}

	/**
	 * Flood limits.
	 *
	 * @param autoRetry Whether to repeat a call that came too often after the time that
	 * Telegram names.
	 * @param maxWait Longest time to wait for that. If a duration suffix is not
	 * specified, seconds will be used.
	 * @param pacing Whether messages wait, within their deadline, so that no more than 30
	 * a second leave the bot, three in three seconds a chat, and 20 a minute a group.
	 */
	public record Flood(@DefaultValue("true") boolean autoRetry,
			@DefaultValue("60s") @DurationUnit(ChronoUnit.SECONDS) Duration maxWait,
			@DefaultValue("false") boolean pacing) {

	}

}
