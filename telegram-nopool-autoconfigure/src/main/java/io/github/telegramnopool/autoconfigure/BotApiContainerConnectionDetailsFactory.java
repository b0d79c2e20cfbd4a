// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Container;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Leads a bot to a Bot API server in a container, by {@code @ServiceConnection}.
 * <p>
 * Telegram publishes no image, so it is told by the name under which others do, or by
 * {@code @ServiceConnection(name = "telegram-bot-api")}. What the server cannot know is
 * whose bot it is: the token remains a property.
 */
class BotApiContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<Container<?>, TelegramConnectionDetails> {

	/**
	 * Where the official server listens.
	 */
	private static final int PORT = 8081;

	BotApiContainerConnectionDetailsFactory() {
		super(List.of("telegram-bot-api", "aiogram/telegram-bot-api"));
	}

	@Override
	protected TelegramConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
		return new BotApiContainerConnectionDetails(source);
	}

	private static final class BotApiContainerConnectionDetails extends ContainerConnectionDetails<Container<?>>
			implements TelegramConnectionDetails, EnvironmentAware {

		private @Nullable Environment environment;

		private BotApiContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
			super(source);
		}

		@Override
		public void setEnvironment(Environment environment) {
			this.environment = environment;
		}

		@Override
		public String getToken() {
			String token = (this.environment != null) ? this.environment.getProperty("telegram.token") : null;
			if (token == null || !StringUtils.hasText(token)) {
				throw new InvalidTelegramPropertyException("telegram.token",
						"it is not set, and a Bot API server in a container does not bring one",
						"Set it to the token that BotFather gave you.");
			}
			return token.strip();
		}

		@Override
		public URI getBaseUrl() {
			return URI.create(((getSslBundle() != null) ? "https://" : "http://") + getContainer().getHost() + ":"
					+ getContainer().getMappedPort(PORT));
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return super.getSslBundle();
		}

		@Override
		public TelegramConnectionDetails forBot(String bot, TelegramConnectionDetails properties) {
			return new OfAnotherBot(this, properties);
		}

	}

	/**
	 * The same server, with the token of another bot.
	 *
	 * @param server leads to the server
	 * @param bot has the token
	 */
	private record OfAnotherBot(TelegramConnectionDetails server,
			TelegramConnectionDetails bot) implements TelegramConnectionDetails {

		@Override
		public String getToken() {
			return this.bot.getToken();
		}

		@Override
		public URI getBaseUrl() {
			return this.server.getBaseUrl();
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return this.server.getSslBundle();
		}

	}

}
