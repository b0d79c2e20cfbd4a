// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.function.Supplier;

import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.util.function.SingletonSupplier;

/**
 * The TLS context of a bot, made for its first connection and then shared: each
 * connection resumes the session of an earlier one, whichever transport made that.
 * Certificate and host name are always verified.
 */
final class ClientSslContext {

	private static final Log logger = LogFactory.getLog(BotTransport.class);

	private final @Nullable SslBundle bundle;

	private final SslProvider provider;

	private final Supplier<SslContext> context = SingletonSupplier.of(this::make);

	/**
	 * A context of OpenSSL, if netty-tcnative is there, and of the JDK otherwise.
	 */
	ClientSslContext(@Nullable SslBundle bundle) {
		this(bundle, SslContext.defaultClientProvider());
	}

	ClientSslContext(@Nullable SslBundle bundle, SslProvider provider) {
		this.bundle = bundle;
		this.provider = provider;
	}

	SslContext get() {
		return this.context.get();
	}

	private SslContext make() {
		try {
			SslContext context = build();
			logger.debug(describe());
			return context;
		}
		catch (SSLException ex) {
			throw new IllegalStateException("The TLS context of the bot could not be made: " + ex.getMessage(), ex);
		}
	}

	private String describe() {
		if (this.provider != SslProvider.JDK) {
			return "TLS is " + OpenSsl.versionString() + "'s, by netty-tcnative";
		}
		Throwable cause = OpenSsl.unavailabilityCause();
		String reason = (cause == null || cause instanceof ClassNotFoundException) ? ""
				: " It cannot be used now: " + FailureTranslator.summary(cause);
		return "TLS is the JDK's, which resumes sessions less often when several calls are under way. "
				+ "io.netty:netty-tcnative-boringssl-static would resume them always." + reason;
	}

	private SslContext build() throws SSLException {
		SslContextBuilder builder = SslContextBuilder.forClient()
			.sslProvider(this.provider)
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
