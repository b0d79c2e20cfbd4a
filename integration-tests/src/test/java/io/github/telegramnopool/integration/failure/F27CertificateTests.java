// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F27: a certificate that can't be trusted, because something inspects TLS, or by its
 * date or name.
 */
class F27CertificateTests {

	private static final String CLOCK = "this machine's clock is wrong: it says 20";

	private final X509Bundle authority = authority("CN=Nosy Proxy Inc.");

	@Test
	void namesWhoIssuedIt() throws Exception {
		X509Bundle other = authority("CN=Somebody Else");
		assertThat(failure(server().buildIssuedBy(this.authority), other.getCertificate()))
			.contains("the certificate of localhost is not trusted", "CN=Telegram", "'CN=Nosy Proxy Inc.'",
					"telegram.ssl.bundle")
			.doesNotContain("clock");
	}

	@ParameterizedTest
	@CsvSource({ "-60, -30", "30, 60" })
	void doubtsTheClockIfItIsTheDate(int fromDays, int untilDays) throws Exception {
		Instant now = Instant.now();
		CertificateBuilder dated = server().notBefore(now.plus(Duration.ofDays(fromDays)))
			.notAfter(now.plus(Duration.ofDays(untilDays)));
		assertThat(failure(dated.buildIssuedBy(this.authority), this.authority.getCertificate()))
			.contains("the certificate of localhost is not trusted", CLOCK);
	}

	@Test
	void doesNotTakeTheCertificateOfAnotherName() throws Exception {
		CertificateBuilder named = new CertificateBuilder().ecp256()
			.subject("CN=Telegram")
			.addSanDnsName("api.telegram.test")
			.addExtendedKeyUsageServerAuth();
		assertThat(failure(named.buildIssuedBy(this.authority), this.authority.getCertificate()))
			.contains("the certificate of localhost is not trusted", "localhost")
			.doesNotContain("clock");
	}

	/**
	 * What the poller says of a server with a certificate, to one who trusts an
	 * authority.
	 */
	private static String failure(X509Bundle identity, X509Certificate trusted) throws Exception {
		try (SSLServerSocket server = serve(identity);
				RunningBot bot = RunningBot.settings()
					.with("telegram.base-url", "https://localhost:" + server.getLocalPort())
					.with("spring.ssl.bundle.pem.some.truststore.certificate", pem(trusted))
					.with("telegram.ssl.bundle", "some")
					.run(EchoBot.class);
				OperatorLog log = OperatorLog.open()) {
			await().until(() -> bot.status().lastFailure() != null);
			assertThat(log.traces()).isEmpty();
			return String.valueOf(bot.status().lastFailure());
		}
	}

	private static SSLServerSocket serve(X509Bundle identity) throws Exception {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(identity.toKeyManagerFactory().getKeyManagers(), null, null);
		SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory()
			.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		Thread thread = new Thread(() -> accept(server), "bad-certificate");
		thread.setDaemon(true);
		thread.start();
		return server;
	}

	private static void accept(SSLServerSocket server) {
		while (!server.isClosed()) {
			try (SSLSocket client = (SSLSocket) server.accept()) {
				client.setSoTimeout(5000);
				client.getInputStream().transferTo(OutputStream.nullOutputStream());
			}
			catch (IOException ex) {
				// The client has refused the certificate, or the server is closed
			}
		}
	}

	private static CertificateBuilder server() {
		return new CertificateBuilder().ecp256()
			.subject("CN=Telegram")
			.addSanDnsName("localhost")
			.addExtendedKeyUsageServerAuth();
	}

	private static X509Bundle authority(String subject) {
		try {
			Instant now = Instant.now();
			return new CertificateBuilder().ecp256()
				.subject(subject)
				.notBefore(now.minus(Duration.ofDays(100)))
				.notAfter(now.plus(Duration.ofDays(100)))
				.setIsCertificateAuthority(true)
				.setKeyUsage(true, CertificateBuilder.KeyUsage.keyCertSign)
				.buildSelfSigned();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String pem(X509Certificate certificate) throws Exception {
		return "-----BEGIN CERTIFICATE-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(certificate.getEncoded())
				+ "\n-----END CERTIFICATE-----\n";
	}

}
