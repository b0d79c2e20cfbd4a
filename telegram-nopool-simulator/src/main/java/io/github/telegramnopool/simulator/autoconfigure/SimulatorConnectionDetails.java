// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.github.telegramnopool.autoconfigure.TelegramConnectionDetails;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import io.github.telegramnopool.transport.ProxySettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/**
 * Leads a bot to the simulator.
 */
final class SimulatorConnectionDetails implements TelegramConnectionDetails {

	/**
	 * A name that only the proxy resolves.
	 */
	static final String HOST = "api.telegram.test";

	private static final long BOT_ID = 1_000_001;

	private final String token;

	/**
	 * Details of further bots by their names.
	 */
	private final Map<String, SimulatorConnectionDetails> others = new ConcurrentHashMap<>();

	private final AtomicLong lastId = new AtomicLong(BOT_ID);

	private final URI baseUrl;

	private final @Nullable SslBundle sslBundle;

	private final @Nullable ProxySettings proxy;

	private SimulatorConnectionDetails(long id, URI baseUrl, @Nullable SslBundle sslBundle,
			@Nullable ProxySettings proxy) {
		this.token = id + ":" + secret();
		this.baseUrl = baseUrl;
		this.sslBundle = sslBundle;
		this.proxy = proxy;
	}

	/**
	 * To the plain listener.
	 */
	static SimulatorConnectionDetails direct(TelegramSimulator simulator) {
		return new SimulatorConnectionDetails(BOT_ID, simulator.url(), null, null);
	}

	/**
	 * To the TLS listener, through the proxy.
	 */
	static SimulatorConnectionDetails through(FaultProxy proxy, TelegramSimulator simulator) {
		proxy.route(HOST, new InetSocketAddress(simulator.host(), simulator.tlsPort()));
		return new SimulatorConnectionDetails(BOT_ID, URI.create("https://" + HOST),
				SslBundle.of(SslStoreBundle.of(null, null, trustStore(simulator.certificate()))),
				ProxySettings.parse(proxy.url("socks5").toString()));
	}

	@Override
	public String getToken() {
		return this.token;
	}

	@Override
	public URI getBaseUrl() {
		return this.baseUrl;
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		return this.sslBundle;
	}

	@Override
	public @Nullable ProxySettings getProxy() {
		return this.proxy;
	}

	/**
	 * Each bot is one of its own there, whatever its properties say.
	 */
	@Override
	public TelegramConnectionDetails forBot(String bot, TelegramConnectionDetails properties) {
		return this.others.computeIfAbsent(bot,
				(absent) -> new SimulatorConnectionDetails(this.lastId.incrementAndGet(), this.baseUrl, this.sslBundle,
						this.proxy));
	}

	static String secret() {
		byte[] random = new byte[24];
		new SecureRandom().nextBytes(random);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
	}

	private static KeyStore trustStore(X509Certificate authority) {
		try {
			KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
			store.load(null, null);
			store.setCertificateEntry("telegram-simulator", authority);
			return store;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("The simulator's certificate cannot be put into a trust store", ex);
		}
	}

}
