// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.net.URI;
import java.util.List;

import io.github.telegramnopool.transport.ProxySettings;
import io.github.telegramnopool.transport.Route;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * Details required to reach the Bot API as one bot. A bean of this type takes the place
 * of the properties of the same names, as the simulator's does.
 * <p>
 * Of several bots, the one whose name is the bean's qualifier or name takes it. A bean
 * without such a name is the default bot's, and is asked for the others'.
 *
 * @since 0.1.0
 */
public interface TelegramConnectionDetails extends ConnectionDetails {

	/**
	 * Token of the bot.
	 * @return the token, as BotFather gave it
	 */
	String getToken();

	/**
	 * Root of the Bot API.
	 * @return the URL without a token
	 */
	URI getBaseUrl();

	/**
	 * Trust material for the Bot API's certificate.
	 * @return the bundle or {@code null} to trust what the JVM trusts
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

	/**
	 * Proxy through which every connection goes.
	 * @return the proxy or {@code null} for direct connections
	 */
	default @Nullable ProxySettings getProxy() {
		return null;
	}

	/**
	 * Further routes, in the order in which they are tried when the proxy fails before a
	 * request has left.
	 * @return the routes, none by default
	 */
	default List<Route> getProxyFallbacks() {
		return List.of();
	}

	/**
	 * Details of another bot, one that is named under {@code telegram.bots} and has no
	 * bean of its own.
	 * @param bot name of the bot
	 * @param properties what the bot's properties say
	 * @return what it is reached by, the properties by default
	 */
	default TelegramConnectionDetails forBot(String bot, TelegramConnectionDetails properties) {
		return properties;
	}

}
