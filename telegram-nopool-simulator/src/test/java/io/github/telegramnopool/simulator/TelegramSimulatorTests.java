// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Set;
import java.util.function.Predicate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class TelegramSimulatorTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build();

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void isTrustedByItsCertificateUnderItsNames() throws Exception {
		this.simulator.start();
		HttpClient client = HttpClient.newBuilder().sslContext(trusting(this.simulator)).build();
		for (String name : new String[] { "localhost", "127.0.0.1" }) {
			URI uri = URI
				.create("https://" + name + ":" + this.simulator.tlsPort() + "/bot42:" + BotCalls.SECRET + "/getMe");
			assertThat(
					client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).statusCode())
				.isEqualTo(200);
		}
		assertThat(this.simulator.certificate().getBasicConstraints()).isNotNegative();
		assertThat(this.simulator.connections()).allMatch(ConnectionRecord::tls);
	}

	@Test
	void certificateIsAlsoText() throws Exception {
		byte[] pem = this.simulator.certificatePem().getBytes(StandardCharsets.US_ASCII);
		assertThat(CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)))
			.isEqualTo(this.simulator.certificate());
	}

	@Test
	void isNotTrustedUnderAnotherName() throws Exception {
		try (TelegramSimulator other = TelegramSimulator.builder().names("elsewhere.test").build().start()) {
			HttpClient client = HttpClient.newBuilder().sslContext(trusting(other)).build();
			URI uri = URI.create("https://127.0.0.1:" + other.tlsPort() + "/");
			assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(
					() -> client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding()));
		}
	}

	@Test
	void stopClosesEverySocketAndEndsEveryThread() throws Exception {
		// Of contexts that other tests keep
		Set<Thread> others = Thread.getAllStackTraces().keySet();
		this.simulator.start();
		int port = this.simulator.port();
		try (RawConnection poll = RawConnection.to(port)) {
			poll.write("GET /bot42:" + BotCalls.SECRET + "/getUpdates?timeout=50 HTTP/1.1\r\nHost: x\r\n\r\n");
			await().until(() -> this.simulator.polls() == 1);
			this.simulator.stop();
			assertThat(poll.readByte()).isEqualTo(-1);
		}
		assertThat(this.simulator.isRunning()).isFalse();
		assertThat(this.simulator.polls()).isZero();
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> RawConnection.to(port));
		await().untilAsserted(
				() -> assertThat(Thread.getAllStackTraces().keySet()).filteredOn(Predicate.not(others::contains))
					.extracting(Thread::getName)
					.noneMatch((name) -> name.startsWith("telegram-simulator")));
	}

	@Test
	void startsAgainOnTheSamePortsWithItsState() {
		this.simulator.start().bot(42).write(7, "hi");
		int port = this.simulator.port();
		int tlsPort = this.simulator.tlsPort();
		this.simulator.stop();
		this.simulator.stop();
		this.simulator.start().start();
		assertThat(this.simulator.port()).isEqualTo(port);
		assertThat(this.simulator.tlsPort()).isEqualTo(tlsPort);
		assertThat(new BotCalls(this.simulator, 42).result("getUpdates").size()).isEqualTo(1);
	}

	@Test
	void threadsAreDaemons() {
		this.simulator.start();
		new BotCalls(this.simulator, 42).call("getMe");
		assertThat(Thread.getAllStackTraces().keySet())
			.filteredOn((thread) -> thread.getName().startsWith("telegram-simulator"))
			.isNotEmpty()
			.allMatch(Thread::isDaemon);
	}

	@Test
	void explainsATakenPort() {
		this.simulator.start();
		TelegramSimulator second = TelegramSimulator.builder().port(this.simulator.port()).build();
		assertThatIllegalStateException().isThrownBy(second::start)
			.withMessage("The simulator cannot listen on 127.0.0.1:" + this.simulator.port()
					+ ". Choose a free port, or 0 for any.");
		assertThat(second.isRunning()).isFalse();
	}

	@Test
	void explainsBadSettings() {
		assertThatIllegalArgumentException().isThrownBy(() -> TelegramSimulator.builder().port(70000))
			.withMessage("'port' must be from 0 to 65535, but is 70000");
	}

	private static SSLContext trusting(TelegramSimulator simulator) throws Exception {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		store.setCertificateEntry("simulator", simulator.certificate());
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

}
