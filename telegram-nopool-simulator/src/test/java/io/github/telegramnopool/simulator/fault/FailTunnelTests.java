// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.io.IOException;
import java.time.Duration;

import io.github.telegramnopool.simulator.RawConnection;
import io.github.telegramnopool.simulator.fault.TunnelRecord.AddressType;
import io.github.telegramnopool.simulator.fault.TunnelRecord.Credentials;
import io.github.telegramnopool.simulator.fault.TunnelRecord.Protocol;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static io.github.telegramnopool.simulator.fault.ClientView.assertSilent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the proxy says when it is asked for a tunnel.
 */
class FailTunnelTests {

	private static final String CONNECT = "CONNECT echo.test:443 HTTP/1.1\r\nHost: echo.test:443\r\n\r\n";

	@AutoClose
	private final EchoServer echo = new EchoServer();

	@AutoClose
	private final FaultProxy proxy = FaultProxy.builder().build().start().route("echo.test", this.echo.port());

	@AutoClose
	private final FaultProxy closedProxy = FaultProxy.builder()
		.credentials("user", "secret")
		.build()
		.start()
		.route("echo.test", this.echo.port());

	private final ProxyCalls calls = new ProxyCalls(this.proxy);

	FailTunnelTests() throws IOException {
	}

	@Test
	void saysAnyStatusWithHeadersAndBody() throws Exception {
		this.proxy.faults()
			.all(Fault.failTunnel(503).header("X-Squid-Error", "ERR_CONNECT_FAIL 111").body("<html>Down</html>"));
		try (RawConnection connection = this.calls.open()) {
			assertThat(connection.write(CONNECT).readToEnd()).isEqualTo("""
					HTTP/1.1 503 Service Unavailable\r
					X-Squid-Error: ERR_CONNECT_FAIL 111\r
					Content-Length: 17\r
					Connection: close\r
					\r
					<html>Down</html>""");
		}
		assertThat(this.echo.open()).isZero();
	}

	@Test
	void holdsARefusalOpenThatHasNoLength() throws Exception {
		this.proxy.faults()
			.all(Fault.failTunnel(407).header("Proxy-Authenticate", "Digest realm=\"x\"").withoutLength().holdOpen());
		try (RawConnection connection = this.calls.open()) {
			assertThat(connection.write(CONNECT).readHead()).isEqualTo("""
					HTTP/1.1 407 Proxy Authentication Required\r
					Proxy-Authenticate: Digest realm="x"\r
					\r
					""");
			assertSilent(connection);
		}
		await().until(() -> this.proxy.open() == 0);
	}

	@Test
	void tunnelStandsBehindAnyStatusOfSuccess() throws Exception {
		this.proxy.faults().all(Fault.failTunnel(201));
		try (RawConnection connection = this.calls.open()) {
			assertThat(connection.write(CONNECT).readHead()).isEqualTo("HTTP/1.1 201 Created\r\n\r\n");
			assertThat(connection.write("hello").read(5)).isEqualTo("hello");
		}
	}

	@Test
	void saysAnyReplyOfSocks5() throws Exception {
		this.proxy.faults().all(Fault.failTunnel().socks5(6));
		try (RawConnection connection = this.calls.open()) {
			connection.write(ProxyCalls.NO_AUTH).read(2);
			assertThat(connection.write(ProxyCalls.name("echo.test", 443)).readToEnd()).startsWith("\u0005\u0006");
		}
	}

	@Test
	void tunnelToNowhereReachesNothing() throws Exception {
		this.proxy.faults().all(Fault.tunnelToNowhere());
		try (RawConnection connection = this.calls.tunnel()) {
			connection.write("hello");
			assertSilent(connection);
			assertThat(this.proxy.tunnels().get(0).established()).isTrue();
			assertThat(this.echo.open()).isZero();
		}
		await().until(() -> this.proxy.open() == 0);
	}

	@Test
	void slowTunnelComesLaterAndSeesItsClientGo() throws Exception {
		this.proxy.faults().all(Fault.slowTunnel(Duration.ofMillis(300)));
		long start = System.nanoTime();
		try (RawConnection connection = this.calls.tunnel()) {
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
			assertThat(connection.write("hello").read(5)).isEqualTo("hello");
		}
		await().until(() -> this.proxy.open() == 0);
		this.proxy.faults().all(Fault.slowTunnel(Duration.ofMinutes(5)));
		try (RawConnection connection = this.calls.open()) {
			connection.write(CONNECT);
			await().until(() -> this.proxy.open() == 1);
		}
		await().until(() -> this.proxy.open() == 0);
	}

	@Test
	void speaksSocks4aAndSocks4() throws Exception {
		try (RawConnection connection = this.calls.open()) {
			assertThat(connection.write(socks4("\u0000\u0000\u0000\u0001", "", "echo.test\u0000")).read(8))
				.startsWith("\u0000\u005a");
			assertThat(connection.write("hello").read(5)).isEqualTo("hello");
		}
		String port = "" + (char) (this.echo.port() >> 8) + (char) (this.echo.port() & 255);
		try (RawConnection connection = this.calls.open()) {
			assertThat(connection.write("\u0004\u0001" + port + "\u007f\u0000\u0000\u0001me\u0000").read(8))
				.startsWith("\u0000\u005a");
			assertThat(connection.write("hello").read(5)).isEqualTo("hello");
		}
		assertThat(this.proxy.tunnels()).extracting(TunnelRecord::protocol)
			.containsExactly(Protocol.SOCKS4, Protocol.SOCKS4);
		assertThat(this.proxy.tunnels()).extracting(TunnelRecord::addressType)
			.containsExactly(AddressType.NAME, AddressType.IPV4);
	}

	@Test
	void refusesSocks4Clients() throws Exception {
		this.proxy.faults().next(Fault.failTunnel());
		try (RawConnection connection = this.calls.open()) {
			assertThat(connection.write(socks4("\u0000\u0000\u0000\u0001", "", "echo.test\u0000")).readToEnd())
				.startsWith("\u0000\u005b");
		}
		ProxyCalls closed = new ProxyCalls(this.closedProxy);
		try (RawConnection connection = closed.open()) {
			assertThat(connection.write(socks4("\u0000\u0000\u0000\u0001", "other", "echo.test\u0000")).readToEnd())
				.startsWith("\u0000\u005d");
		}
		try (RawConnection connection = closed.open()) {
			assertThat(connection.write(socks4("\u0000\u0000\u0000\u0001", "user", "echo.test\u0000")).read(8))
				.startsWith("\u0000\u005a");
		}
		assertThat(this.closedProxy.tunnels()).extracting(TunnelRecord::credentials)
			.containsExactly(Credentials.REJECTED, Credentials.ACCEPTED);
	}

	private static String socks4(String address, String user, String name) {
		return "\u0004\u0001\u0001\u00bb" + address + user + "\u0000" + name;
	}

}
