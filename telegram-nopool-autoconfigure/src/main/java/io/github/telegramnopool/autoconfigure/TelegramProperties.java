// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * {@link ConfigurationProperties Configuration properties} of a Telegram bot. Those of
 * each bot under {@code telegram.bots} are the same, with these as their defaults.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("telegram")
public final class TelegramProperties {

	/**
	 * Whether to set up the bot.
	 */
	private boolean enabled = true;

	/**
	 * Token of the bot, as BotFather gave it.
	 */
	private @Nullable String token;

	/**
	 * Root of the Bot API, without a token. Also for a local Bot API server.
	 */
	private URI baseUrl = URI.create("https://api.telegram.org");

	/**
	 * Whether files that a local Bot API server (started with --local) keeps are read
	 * from this machine's disk.
	 */
	private boolean localFiles;

	/**
	 * Whether to use Telegram's test environment.
	 */
	private boolean testEnvironment;

	/**
	 * TLS towards the Bot API.
	 */
	private final Ssl ssl = new Ssl();

	/**
	 * Proxy for every connection.
	 */
	@NestedConfigurationProperty
	private final ProxyProperties proxy = new ProxyProperties();

	/**
	 * Connections and calls.
	 */
	@NestedConfigurationProperty
	private final HttpProperties http = new HttpProperties();

	/**
	 * Receiving updates.
	 */
	@NestedConfigurationProperty
	private final PollingProperties polling = new PollingProperties();

	/**
	 * Handing updates to listeners.
	 */
	@NestedConfigurationProperty
	private final DispatchProperties dispatch = new DispatchProperties();

	/**
	 * Commands in the menu of the bot.
	 */
	private final Commands commands = new Commands();

	/**
	 * Flood limits.
	 */
	@NestedConfigurationProperty
	private final FloodProperties flood = new FloodProperties();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public @Nullable String getToken() {
		return this.token;
	}

	public void setToken(@Nullable String token) {
		this.token = token;
	}

	public URI getBaseUrl() {
		return this.baseUrl;
	}

	public void setBaseUrl(URI baseUrl) {
		this.baseUrl = baseUrl;
	}

	public boolean isLocalFiles() {
		return this.localFiles;
	}

	public void setLocalFiles(boolean localFiles) {
		this.localFiles = localFiles;
	}

	public boolean isTestEnvironment() {
		return this.testEnvironment;
	}

	public void setTestEnvironment(boolean testEnvironment) {
		this.testEnvironment = testEnvironment;
	}

	public Ssl getSsl() {
		return this.ssl;
	}

	public ProxyProperties getProxy() {
		return this.proxy;
	}

	public HttpProperties getHttp() {
		return this.http;
	}

	public PollingProperties getPolling() {
		return this.polling;
	}

	public DispatchProperties getDispatch() {
		return this.dispatch;
	}

	public Commands getCommands() {
		return this.commands;
	}

	public FloodProperties getFlood() {
		return this.flood;
	}

	/**
	 * TLS towards the Bot API.
	 */
	public static final class Ssl {

		/**
		 * Name of the SSL bundle with the certificates to trust. Verification can't be
		 * switched off.
		 */
		private @Nullable String bundle;

		public @Nullable String getBundle() {
			return this.bundle;
		}

		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

	}

	/**
	 * Commands in the menu of the bot.
	 */
	public static final class Commands {

		/**
		 * Whether to tell Telegram, once the bot is ready to receive updates, the
		 * commands of those listeners that have a description.
		 */
		private boolean publish;

		public boolean isPublish() {
			return this.publish;
		}

		public void setPublish(boolean publish) {
			this.publish = publish;
		}

	}

}
