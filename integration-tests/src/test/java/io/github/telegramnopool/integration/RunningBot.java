// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.polling.PollerStatus;
import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.simulator.TelegramSimulator;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A Boot application with the starter, as users have it.
 */
public final class RunningBot implements AutoCloseable {

	/**
	 * Appears nowhere but on the wire.
	 */
	public static final String TOKEN = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcX";

	public static final long ID = 4839574812L;

	private final ConfigurableApplicationContext context;

	private RunningBot(ConfigurableApplicationContext context) {
		this.context = context;
	}

	public static Settings settings() {
		return new Settings();
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	public TelegramBotApi api() {
		return this.context.getBean(TelegramBotApi.class);
	}

	public BlockingTelegramBotApi blockingApi() {
		return this.context.getBean(BlockingTelegramBotApi.class);
	}

	public UpdatePoller poller() {
		return this.context.getBean(UpdatePoller.class);
	}

	public PollerStatus status() {
		return poller().status();
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * What the application is started with.
	 */
	public static final class Settings {

		private final Map<String, Object> properties = new LinkedHashMap<>();

		private WebApplicationType web = WebApplicationType.NONE;

		private Settings() {
			with("telegram.token", TOKEN);
			with("spring.main.banner-mode", "off");
			with("spring.main.register-shutdown-hook", "false");
		}

		public Settings with(String property, Object value) {
			this.properties.put(property, value);
			return this;
		}

		public Settings web(WebApplicationType web) {
			this.web = web;
			return with("server.port", 0);
		}

		/**
		 * Reach the simulator's TLS listener, whose certificate is trusted and nothing
		 * else.
		 */
		public Settings reaching(TelegramSimulator simulator, String host) {
			with("telegram.base-url", "https://" + host + ":" + simulator.tlsPort());
			return trusting(simulator);
		}

		public Settings trusting(TelegramSimulator simulator) {
			with("spring.ssl.bundle.pem.simulator.truststore.certificate", pem(simulator));
			return with("telegram.ssl.bundle", "simulator");
		}

		private static String pem(TelegramSimulator simulator) {
			try {
				String base64 = Base64.getMimeEncoder(64, new byte[] { '\n' })
					.encodeToString(simulator.certificate().getEncoded());
				return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
			}
			catch (CertificateEncodingException ex) {
				throw new IllegalStateException(ex);
			}
		}

		public Map<String, Object> properties() {
			return this.properties;
		}

		public RunningBot run(Class<?>... sources) {
			return new RunningBot(new SpringApplicationBuilder(EmptyApplication.class).sources(sources)
				.web(this.web)
				.properties(this.properties)
				.run());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class EmptyApplication {

	}

}
