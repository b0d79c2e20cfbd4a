package io.github.telegramnopool.transport;

import javax.net.ssl.SSLException;

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
		SslContextBuilder builder = SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS");
		if (this.bundle != null) {
			SslManagerBundle managers = this.bundle.getManagers();
			SslOptions options = this.bundle.getOptions();
			builder.keyManager(managers.getKeyManagerFactory())
				.trustManager(managers.getTrustManagerFactory())
				.protocols(options.getEnabledProtocols())
				.ciphers(SslOptions.asSet(options.getCiphers()));
		}
		return builder.build();
	}

}
