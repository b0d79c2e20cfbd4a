package io.github.telegramnopool.simulator.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;

import io.github.telegramnopool.autoconfigure.TelegramConnectionDetails;
import io.github.telegramnopool.transport.ProxySettings;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/**
 * Leads a bot to the simulator's TLS listener, under a name that only the proxy resolves.
 */
final class SimulatorConnectionDetails implements TelegramConnectionDetails {

	static final String HOST = "api.telegram.test";

	private static final long BOT_ID = 1_000_001;

	private final FaultProxy proxy;

	private final SslBundle sslBundle;

	private final String token;

	SimulatorConnectionDetails(TelegramSimulator simulator, FaultProxy proxy) {
		this.proxy = proxy;
		this.sslBundle = SslBundle.of(SslStoreBundle.of(null, null, trustStore(simulator.certificate())));
		this.token = BOT_ID + ":" + secret();
	}

	@Override
	public String getToken() {
		return this.token;
	}

	@Override
	public URI getBaseUrl() {
		return URI.create("https://" + HOST);
	}

	@Override
	public SslBundle getSslBundle() {
		return this.sslBundle;
	}

	@Override
	public ProxySettings getProxy() {
		return ProxySettings.parse(this.proxy.url("socks5").toString());
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
