package io.github.telegramnopool.transport;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;

import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;

/**
 * Makes the one TLS context of a transport. Certificate and host name are always
 * verified.
 */
final class ClientSslContext {

	private final @Nullable SslBundle bundle;

	ClientSslContext(@Nullable SslBundle bundle) {
		this.bundle = bundle;
	}

	SslContext build() throws SSLException {
		SslContextBuilder builder = SslContextBuilder.forClient()
			.endpointIdentificationAlgorithm("HTTPS")
			.trustManager(trustManager());
		if (this.bundle != null) {
			SslManagerBundle managers = this.bundle.getManagers();
			SslOptions options = this.bundle.getOptions();
			builder.keyManager(managers.getKeyManagerFactory())
				.protocols(options.getEnabledProtocols())
				.ciphers(SslOptions.asSet(options.getCiphers()));
		}
		return builder.build();
	}

	/**
	 * The first that knows certificates is the one that counts, as in the JVM itself.
	 */
	private TrustManager trustManager() throws SSLException {
		return Arrays.stream(trustManagers())
			.filter(X509TrustManager.class::isInstance)
			.findFirst()
			.map(TellingTrustManager::of)
			.orElseThrow(() -> new SSLException("The SSL bundle has no trust manager for certificates"));
	}

	private TrustManager[] trustManagers() throws SSLException {
		if (this.bundle != null) {
			return this.bundle.getManagers().getTrustManagers();
		}
		try {
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init((KeyStore) null);
			return factory.getTrustManagers();
		}
		catch (GeneralSecurityException ex) {
			throw new SSLException("The certificates that the JVM trusts can't be read: " + ex.getMessage(), ex);
		}
	}

}
