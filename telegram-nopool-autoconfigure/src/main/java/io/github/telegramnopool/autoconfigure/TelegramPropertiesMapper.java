// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.telegramnopool.client.CallSettings;
import io.github.telegramnopool.dispatch.DispatchSettings;
import io.github.telegramnopool.polling.PollingSettings;
import io.github.telegramnopool.transport.BotToken;
import io.github.telegramnopool.transport.PhaseTimeouts;
import io.github.telegramnopool.transport.Route;
import io.github.telegramnopool.transport.TransportSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Maps {@link TelegramProperties} to {@link BotSettings} and refuses what can't work.
 */
final class TelegramPropertiesMapper {

	/**
	 * What a poll may take beyond its timeout and the making of a connection.
	 */
	private static final Duration ANSWER_MARGIN = Duration.ofSeconds(10);

	/**
	 * As other libraries want it.
	 */
	private static final Pattern TOKEN_IN_PATH = Pattern.compile("\\d+:[A-Za-z0-9_-]{24,}");

	private final TelegramProperties properties;

	TelegramPropertiesMapper(TelegramProperties properties) {
		this.properties = properties;
	}

	BotSettings map(String name, TelegramConnectionDetails connection, boolean virtualThreads) {
		TransportSettings transport = new TransportSettings(baseUrl(connection.getBaseUrl()),
				token(connection.getToken()), this.properties.isTestEnvironment(), routes(connection), timeouts(),
				notNegative("telegram.http.hedge-after", this.properties.getHttp().getHedgeAfter()),
				connection.getSslBundle());
		HttpProperties http = this.properties.getHttp();
		FloodProperties flood = this.properties.getFlood();
		CallSettings calls = new CallSettings(positive("telegram.http.call-timeout", http.getCallTimeout()),
				minThroughput(http.getMinThroughput()), flood.isAutoRetry(),
				notNegative("telegram.flood.max-wait", flood.getMaxWait()), flood.isPacing());
		return new BotSettings(name, transport, notNegative(http.getMaxConcurrentCalls()), http.isConnectAhead(), calls,
				this.properties.isLocalFiles(), polling(transport.routes().size()), dispatch(virtualThreads),
				this.properties.getDispatch().isTransactional());
	}

	private static List<Route> routes(TelegramConnectionDetails connection) {
		Stream<Route> preferred = Stream.of(new Route(connection.getProxy()));
		return Stream.concat(preferred, connection.getProxyFallbacks().stream()).distinct().toList();
	}

	private static BotToken token(String token) {
		try {
			return BotToken.of(token);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidTelegramPropertyException("telegram.token",
					"it does not have the form <digits>:<at least 24 letters, digits, '_' or '-'>",
					"Copy it again from BotFather, whole and without quotes.");
		}
	}

	private static URI baseUrl(URI url) {
		boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
		if (!http || url.getHost() == null || url.getRawQuery() != null || url.getRawUserInfo() != null) {
			throw new InvalidTelegramPropertyException("telegram.base-url",
					"it is not of the form https://<host>[:<port>][/<path>]",
					"Set it to the root of a Bot API server without the token, or remove it.");
		}
		if (TOKEN_IN_PATH.matcher(url.getPath()).find()) {
			throw new InvalidTelegramPropertyException("telegram.base-url", "it holds a token",
					"Set it to the root of a Bot API server, and 'telegram.token' to the token.");
		}
		return url;
	}

	private static long minThroughput(DataSize value) {
		if (value.toBytes() < 1) {
			throw new InvalidTelegramPropertyException("telegram.http.min-throughput", "it is not a positive size",
					"Set it to a size per second such as 50KB.");
		}
		return value.toBytes();
	}

	private PhaseTimeouts timeouts() {
		HttpProperties http = this.properties.getHttp();
		return new PhaseTimeouts(positive("telegram.http.connect-timeout", http.getConnectTimeout()),
				positive("telegram.http.proxy-timeout", http.getProxyTimeout()),
				positive("telegram.http.tls-timeout", http.getTlsTimeout()));
	}

	/**
	 * A poll may have to try each route before it begins.
	 */
	private PollingSettings polling(int routes) {
		PollingProperties polling = this.properties.getPolling();
		Duration timeout = notNegative("telegram.polling.timeout", polling.getTimeout());
		if (timeout.compareTo(PollingSettings.MAX_TIMEOUT) > 0) {
			throw new InvalidTelegramPropertyException("telegram.polling.timeout",
					"%d s are over 50 s, which is the most that Telegram allows".formatted(timeout.toSeconds()),
					"Set it to at most 50s.");
		}
		if (polling.getLimit() < 1 || polling.getLimit() > 100) {
			throw new InvalidTelegramPropertyException("telegram.polling.limit",
					polling.getLimit() + " is not between 1 and 100", "Set it to a number from 1 to 100.");
		}
		Duration shutdown = positive("telegram.dispatch.shutdown-timeout",
				this.properties.getDispatch().getShutdownTimeout());
		return new PollingSettings(enabled(polling.getEnabled()), timeout, polling.getLimit(),
				polling.getAllowedUpdates(), polling.isDropPendingUpdates(), polling.isDeleteWebhook(),
				timeouts().total().multipliedBy(routes).plus(ANSWER_MARGIN), shutdown);
	}

	private static @Nullable Boolean enabled(PollingProperties.Mode mode) {
		return switch (mode) {
			case AUTO -> null;
			case TRUE -> true;
			case FALSE -> false;
		};
	}

	private DispatchSettings dispatch(boolean virtualThreads) {
		DispatchProperties dispatch = this.properties.getDispatch();
		return new DispatchSettings(dispatch.getOrder(),
				positive("telegram.dispatch.concurrency", dispatch.getConcurrency()),
				positive("telegram.dispatch.attempts", dispatch.getAttempts()),
				notNegative("telegram.dispatch.listener-timeout", dispatch.getListenerTimeout()), virtualThreads,
				this.properties.getCommands().isPublish());
	}

	private static Duration positive(String property, Duration value) {
		if (value.isNegative() || value.isZero()) {
			throw new InvalidTelegramPropertyException(property, "it is not a positive duration",
					"Set it to a duration such as 10s.");
		}
		return value;
	}

	private static Duration notNegative(String property, Duration value) {
		if (value.isNegative()) {
			throw new InvalidTelegramPropertyException(property, "it is negative", "Set it to a duration such as 10s.");
		}
		return value;
	}

	private static int positive(String property, int value) {
		if (value < 1) {
			throw new InvalidTelegramPropertyException(property, value + " is less than 1",
					"Set it to a number from 1 on.");
		}
		return value;
	}

	private static int notNegative(int maxConcurrentCalls) {
		if (maxConcurrentCalls < 0) {
			throw new InvalidTelegramPropertyException("telegram.http.max-concurrent-calls",
					maxConcurrentCalls + " is negative", "Set it to a number from 1 on, or to 0 for no limit.");
		}
		return maxConcurrentCalls;
	}

}
