// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.function.Predicate;

import io.github.telegramnopool.simulator.RawConnection;
import io.github.telegramnopool.simulator.fault.TunnelRecord.AddressType;
import io.github.telegramnopool.simulator.fault.TunnelRecord.Credentials;
import io.github.telegramnopool.simulator.fault.TunnelRecord.Protocol;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class FaultProxyTests {

	/**
	 * Those of contexts that other tests keep.
	 */
	private final Set<Thread> others = Thread.getAllStackTraces().keySet();

	@AutoClose
	private final EchoServer echo = new EchoServer();

	@AutoClose
	private final FaultProxy proxy = FaultProxy.builder().build().start().route("Echo.Test", this.echo.port());

	@AutoClose
	private final FaultProxy closedProxy = FaultProxy.builder()
		.credentials("us er", "p:w")
		.build()
		.start()
		.route("echo.test", this.echo.port());

	private final ProxyCalls calls = new ProxyCalls(this.proxy);

	private final ProxyCalls closedCalls = new ProxyCalls(this.closedProxy);

	FaultProxyTests() throws IOException {
	}

	@Test
	void tunnelsByHttpConnect() throws Exception {
		try (RawConnection connection = this.calls.open()) {
			connection.write("CONNECT echo.test:443 HTTP/1.1\r\nHost: echo.test:443\r\n\r\n");
			assertThat(connection.readHead()).startsWith("HTTP/1.1 200 ");
			assertThat(connection.write("hello").read(5)).isEqualTo("hello");
		}
		await().untilAsserted(() -> assertThat(this.proxy.tunnels()).singleElement().satisfies((tunnel) -> {
			assertThat(tunnel.protocol()).isEqualTo(Protocol.HTTP);
			assertThat(tunnel.host()).isEqualTo("echo.test");
			assertThat(tunnel.port()).isEqualTo(443);
			assertThat(tunnel.addressType()).isEqualTo(AddressType.NAME);
			assertThat(tunnel.credentials()).isEqualTo(Credentials.NONE);
			assertThat(tunnel.established()).isTrue();
			assertThat(tunnel.bytesUp()).isEqualTo(5);
			assertThat(tunnel.bytesDown()).isEqualTo(5);
			assertThat(tunnel.closedAt()).isNotNull();
		}));
	}

	@Test
	void aClientThatResetsBeforeItsFirstByteIsNoNews(CapturedOutput output) throws Exception {
		try (Socket client = new Socket("127.0.0.1", this.proxy.port())) {
			await().until(() -> this.proxy.opened() == 1);
			client.setSoLinger(true, 0);
		}
		await().untilAsserted(() -> assertThat(this.proxy.open()).isZero());
		assertThat(output).doesNotContain("exceptionCaught");
	}

	@Test
	void passesOnWhatComesTogetherWithTheRequest() throws Exception {
		try (RawConnection connection = this.calls.open()) {
			connection.write("CONNECT echo.test:443 HTTP/1.1\r\nHost: echo.test:443\r\n\r\nearly");
			connection.readHead();
			assertThat(connection.read(5)).isEqualTo("early");
		}
	}

	@Test
	void tunnelsBySocks5AndLeavesTheNameToTheRoute() throws Exception {
		try (RawConnection connection = this.calls.open()) {
			assertThat(connection.write(ProxyCalls.NO_AUTH).read(2)).isEqualTo("\u0005\u0000");
			assertThat(connection.write(ProxyCalls.name("echo.test", 443)).read(10)).startsWith("\u0005\u0000");
			assertThat(connection.write("hello").read(5)).isEqualTo("hello");
		}
		assertThat(this.proxy.tunnels()).singleElement().satisfies((tunnel) -> {
			assertThat(tunnel.protocol()).isEqualTo(Protocol.SOCKS5);
			assertThat(tunnel.host()).isEqualTo("echo.test");
			assertThat(tunnel.addressType()).isEqualTo(AddressType.NAME);
		});
	}

	@Test
	void tunnelsToAddresses() throws Exception {
		String address = "\u0005\u0001\u0000\u0001\u007f\u0000\u0000\u0001" + (char) (this.echo.port() >> 8)
				+ (char) (this.echo.port() & 255);
		try (RawConnection connection = this.calls.open()) {
			connection.write(ProxyCalls.NO_AUTH).read(2);
			assertThat(connection.write(address).read(10)).startsWith("\u0005\u0000");
			assertThat(connection.write("hello").read(5)).isEqualTo("hello");
		}
		assertThat(this.calls.connect("127.0.0.1:" + this.echo.port(), "")).startsWith("HTTP/1.1 200 ");
		assertThat(this.proxy.tunnels()).extracting(TunnelRecord::addressType).containsOnly(AddressType.IPV4);
	}

	@Test
	void asksForBasicCredentials() throws Exception {
		assertThat(this.closedCalls.connect("echo.test:443", "")).startsWith("HTTP/1.1 407 ")
			.contains("Proxy-Authenticate: Basic realm=");
		assertThat(this.closedCalls.connect("echo.test:443", basic("us er:wrong"))).startsWith("HTTP/1.1 407 ");
		assertThat(this.closedCalls.connect("echo.test:443", basic("us er:p:w"))).startsWith("HTTP/1.1 200 ");
		assertThat(this.closedProxy.tunnels()).extracting(TunnelRecord::credentials)
			.containsExactly(Credentials.NONE, Credentials.REJECTED, Credentials.ACCEPTED);
	}

	@Test
	void asksForSocks5Credentials() throws Exception {
		try (RawConnection without = this.closedCalls.open()) {
			assertThat(without.write(ProxyCalls.NO_AUTH).readToEnd()).isEqualTo("\u0005\u00ff");
		}
		try (RawConnection wrong = this.closedCalls.open()) {
			assertThat(wrong.write("\u0005\u0002\u0000\u0002").read(2)).isEqualTo("\u0005\u0002");
			assertThat(wrong.write(ProxyCalls.login("us er", "wrong")).readToEnd()).isEqualTo("\u0001\u00ff");
		}
		try (RawConnection right = this.closedCalls.open()) {
			right.write("\u0005\u0001\u0002").read(2);
			assertThat(right.write(ProxyCalls.login("us er", "p:w")).read(2)).isEqualTo("\u0001\u0000");
			assertThat(right.write(ProxyCalls.name("echo.test", 443)).read(10)).startsWith("\u0005\u0000");
			assertThat(right.write("hello").read(5)).isEqualTo("hello");
		}
		assertThat(this.closedProxy.tunnels()).extracting(TunnelRecord::credentials)
			.containsExactly(Credentials.NONE, Credentials.REJECTED, Credentials.ACCEPTED);
	}

	@Test
	void answersFailuresAsProxiesDo() throws Exception {
		int closedPort;
		try (ServerSocket socket = new ServerSocket(0)) {
			closedPort = socket.getLocalPort();
		}
		this.proxy.deny("denied.test").route("closed.test", closedPort);
		assertThat(this.calls.connect("denied.test:443", "")).startsWith("HTTP/1.1 403 ");
		assertThat(this.calls.connect("closed.test:443", "")).startsWith("HTTP/1.1 502 ");
		assertThat(this.calls.connect("no-port", "")).startsWith("HTTP/1.1 400 ");
		assertThat(socks5("denied.test")).startsWith("\u0005\u0002");
		assertThat(socks5("closed.test")).startsWith("\u0005\u0005");
		this.proxy.faults().all(Fault.failTunnel());
		assertThat(this.calls.connect("echo.test:443", "")).startsWith("HTTP/1.1 502 ");
		assertThat(socks5("echo.test")).startsWith("\u0005\u0001");
		try (RawConnection get = this.calls.open()) {
			assertThat(get.write("GET http://echo.test/ HTTP/1.1\r\nHost: echo.test\r\n\r\n").readHead())
				.startsWith("HTTP/1.1 405 ");
		}
	}

	@Test
	void answersAnUnknownName() throws Exception {
		assertThat(this.calls.connect("nowhere.invalid:443", "")).startsWith("HTTP/1.1 502 ");
		assertThat(socks5("nowhere.invalid")).startsWith("\u0005\u0004");
	}

	@Test
	void forwardsWithoutAProtocol() throws Exception {
		try (FaultProxy plain = FaultProxy.builder()
			.forwardTo(new InetSocketAddress("127.0.0.1", this.echo.port()))
			.build()
			.start(); RawConnection connection = RawConnection.to(plain.port())) {
			assertThat(connection.write("hello").read(5)).isEqualTo("hello");
			assertThat(plain.tunnels()).extracting(TunnelRecord::protocol).containsExactly(Protocol.PLAIN);
		}
	}

	@Test
	void passesOnTheEndOfEitherSide() throws Exception {
		RawConnection connection = this.calls.tunnel();
		await().until(() -> this.echo.open() == 1);
		connection.close();
		await().until(() -> this.echo.open() == 0);
		await().until(() -> this.proxy.open() == 0);
		assertThat(this.proxy.opened()).isEqualTo(1);
	}

	@Test
	void passesOnMoreThanItsBuffers() throws Exception {
		String much = "0123456789abcdef".repeat(256 * 1024);
		try (RawConnection connection = this.calls.tunnel()) {
			Thread writer = new Thread(() -> {
				try {
					connection.write(much);
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			});
			writer.start();
			assertThat(connection.read(much.length())).isEqualTo(much);
			writer.join();
		}
	}

	@Test
	void refusesConnectionsAndAcceptsThemAgainOnTheSamePort() throws Exception {
		int port = this.proxy.port();
		try (RawConnection live = this.calls.tunnel()) {
			this.proxy.refuseConnections();
			assertThatExceptionOfType(ConnectException.class).isThrownBy(this.calls::open);
			assertThat(live.write("hello").read(5)).isEqualTo("hello");
			this.proxy.acceptConnections();
			assertThat(this.proxy.port()).isEqualTo(port);
			assertThat(this.calls.connect("echo.test:443", "")).startsWith("HTTP/1.1 200 ");
		}
	}

	@Test
	void stopClosesEverythingAndStartsAgainOnTheSamePort() throws Exception {
		int port = this.proxy.port();
		try (RawConnection live = this.calls.tunnel()) {
			this.proxy.stop();
			this.closedProxy.stop();
			assertThat(live.readByte()).isEqualTo(-1);
		}
		await().until(() -> this.echo.open() == 0);
		assertThat(this.proxy.open()).isZero();
		await().untilAsserted(
				() -> assertThat(Thread.getAllStackTraces().keySet()).filteredOn(Predicate.not(this.others::contains))
					.extracting(Thread::getName)
					.noneMatch((name) -> name.startsWith("fault-proxy")));
		assertThatIllegalStateException().isThrownBy(this.proxy::acceptConnections);
		this.proxy.start();
		assertThat(this.proxy.port()).isEqualTo(port);
		assertThat(this.calls.connect("echo.test:443", "")).startsWith("HTTP/1.1 200 ");
	}

	@Test
	void urlCarriesEncodedCredentials() {
		assertThat(this.closedProxy.url("socks5"))
			.hasToString("socks5://us%20er:p%3Aw@127.0.0.1:" + this.closedProxy.port());
		assertThat(this.proxy.url("http")).hasToString("http://127.0.0.1:" + this.proxy.port());
	}

	/**
	 * Else what is late on its way would be nobody's when the proxy stops.
	 */
	@Test
	void clientThatIsGoneCountsAsLiveUntilItsTargetIsClosed() throws Exception {
		this.proxy.faults().all(Fault.latency(Duration.ofMinutes(1)));
		RawConnection connection = this.calls.tunnel();
		connection.write("late");
		await().until(() -> this.proxy.tunnels().get(0).bytesUp() == 4);
		connection.close();
		await().until(() -> this.proxy.open() == 0);
		assertThat(this.echo.open()).isEqualTo(1);
		this.proxy.resetLive();
		await().until(() -> this.echo.open() == 0);
	}

	@Test
	void explainsATakenPort() {
		FaultProxy second = FaultProxy.builder().port(this.proxy.port()).build();
		assertThatIllegalStateException().isThrownBy(second::start).withMessageContaining("Choose a free port");
	}

	private String socks5(String host) throws IOException {
		try (RawConnection connection = this.calls.open()) {
			connection.write(ProxyCalls.NO_AUTH).read(2);
			return connection.write(ProxyCalls.name(host, 443)).readToEnd();
		}
	}

	private static String basic(String userInfo) {
		return "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes()) + "\r\n";
	}

}
