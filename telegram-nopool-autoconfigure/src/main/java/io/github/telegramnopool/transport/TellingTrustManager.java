// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Leaves the decision to another one, and tells whose certificate was refused: its issuer
 * is often what inspects TLS on the way.
 */
final class TellingTrustManager extends X509ExtendedTrustManager {

	private final X509ExtendedTrustManager delegate;

	private TellingTrustManager(X509ExtendedTrustManager delegate) {
		this.delegate = delegate;
	}

	static TrustManager of(TrustManager manager) {
		return (manager instanceof X509ExtendedTrustManager extended) ? new TellingTrustManager(extended) : manager;
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
		check(chain, () -> this.delegate.checkServerTrusted(chain, type, engine));
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
		check(chain, () -> this.delegate.checkServerTrusted(chain, type, socket));
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
		check(chain, () -> this.delegate.checkServerTrusted(chain, type));
	}

	private static void check(X509Certificate[] chain, Check check) throws CertificateException {
		try {
			check.run();
		}
		catch (CertificateException ex) {
			throw new CertificateException(
					"%s (it belongs to '%s' and was issued by '%s')".formatted(FailureTranslator.summary(ex),
							chain[0].getSubjectX500Principal(), chain[0].getIssuerX500Principal()),
					ex);
		}
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
		this.delegate.checkClientTrusted(chain, type, engine);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
		this.delegate.checkClientTrusted(chain, type, socket);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
		this.delegate.checkClientTrusted(chain, type);
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return this.delegate.getAcceptedIssuers();
	}

	@FunctionalInterface
	private interface Check {

		void run() throws CertificateException;

	}

}
