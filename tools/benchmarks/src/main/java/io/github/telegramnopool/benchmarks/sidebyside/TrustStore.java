package io.github.telegramnopool.benchmarks.sidebyside;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The certificates that a bot's JVM trusts, whatever its library: one.
 *
 * @param certificate the certificate
 */
record TrustStore(X509Certificate certificate) {

	private static final String PASSWORD = "changeit";

	static TrustStore of(X509Certificate certificate) {
		return new TrustStore(certificate);
	}

	Path write(Path file) throws IOException {
		try (OutputStream out = Files.newOutputStream(file)) {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setCertificateEntry("telegram", this.certificate);
			store.store(out, PASSWORD.toCharArray());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		return file;
	}

	static List<String> options(Path file) {
		return List.of("-Djavax.net.ssl.trustStore=" + file, "-Djavax.net.ssl.trustStoreType=PKCS12",
				"-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
	}

}
