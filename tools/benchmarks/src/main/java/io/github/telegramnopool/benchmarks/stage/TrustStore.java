// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/**
 * The certificates that a bot's JVM trusts, whatever its library: one.
 *
 * @param certificate the certificate
 */
public record TrustStore(X509Certificate certificate) {

	private static final String PASSWORD = "changeit";

	/**
	 * Write it as a key store.
	 * @param file where
	 * @return the same file
	 * @throws IOException if it cannot be written
	 */
	public Path write(Path file) throws IOException {
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

	/**
	 * Write it as C programs read it.
	 * @param file where
	 * @return the same file
	 * @throws IOException if it cannot be written
	 */
	public Path writePem(Path file) throws IOException {
		try {
			String body = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(this.certificate.getEncoded());
			return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a JVM is told of a key store.
	 * @param file the key store
	 * @return options of the command
	 */
	public static List<String> options(Path file) {
		return List.of("-Djavax.net.ssl.trustStore=" + file, "-Djavax.net.ssl.trustStoreType=PKCS12",
				"-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
	}

}
