// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.io.IOException;
import java.time.Duration;

import io.github.telegramnopool.simulator.RawConnection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static io.github.telegramnopool.simulator.fault.ClientView.assertReset;
import static io.github.telegramnopool.simulator.fault.ClientView.assertSilent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Faults that begin and end, for one direction or both, alone or together.
 */
class TunnelFaultTests {

	@AutoClose
	private final EchoServer echo = new EchoServer();

	@AutoClose
	private final FaultProxy proxy = FaultProxy.builder().build().start().route("echo.test", this.echo.port());

	private final ProxyCalls calls = new ProxyCalls(this.proxy);

	TunnelFaultTests() throws IOException {
	}

	@Test
	void beginsAfterATime() throws Exception {
		this.proxy.faults().all(Fault.blackHoleAfter(0).after(Duration.ofSeconds(1)));
		try (RawConnection connection = this.calls.tunnel()) {
			assertThat(connection.write("a").read(1)).isEqualTo("a");
			await().until(() -> isSilent(connection));
		}
	}

	@Test
	void endsAfterATimeAndLosesNothingThatWasHeld() throws Exception {
		this.proxy.faults().all(Fault.hold().lasting(Duration.ofMillis(500)));
		long start = System.nanoTime();
		try (RawConnection connection = this.calls.tunnel()) {
			assertThat(connection.write("hello").read(5)).isEqualTo("hello");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(490));
			assertThat(connection.write("again").read(5)).isEqualTo("again");
		}
	}

	@Test
	void tellsTheTargetOfAClientThatGoesWhileItIsHeld() throws Exception {
		this.proxy.faults().all(Fault.hold());
		RawConnection connection = this.calls.tunnel();
		await().until(() -> this.echo.open() == 1);
		connection.write("hello").close();
		await().until(() -> this.echo.open() == 0);
		await().until(() -> this.proxy.open() == 0);
	}

	@Test
	void keepsTheEndOfTheTargetUntilItIsHealed() throws Exception {
		this.proxy.faults().all(Fault.hold().only(Direction.DOWN));
		try (RawConnection connection = this.calls.tunnel()) {
			connection.write("bye!");
			await().until(() -> this.echo.open() == 0);
			assertSilent(connection);
			this.proxy.healLive();
			assertThat(connection.readToEnd()).isEqualTo("bye!");
		}
	}

	@Test
	void goesDarkAndComesBackAgainAndAgain() throws Exception {
		this.proxy.faults().seed(4);
		this.proxy.faults().all(Fault.goDark(Duration.ofMillis(60), Duration.ofMillis(120)));
		try (RawConnection connection = this.calls.tunnel()) {
			int delayed = 0;
			for (int i = 0; i < 1_000_000 && delayed < 3; i++) {
				long start = System.nanoTime();
				assertThat(connection.write("ping").read(4)).isEqualTo("ping");
				delayed += (System.nanoTime() - start > Duration.ofMillis(20).toNanos()) ? 1 : 0;
			}
			assertThat(delayed).isEqualTo(3);
		}
		await().until(() -> this.echo.open() == 0);
	}

	@Test
	void holdsForOneDirectionOnly() throws Exception {
		this.proxy.faults().all(Fault.latency(Duration.ofMinutes(1)).only(Direction.DOWN));
		try (RawConnection connection = this.calls.tunnel()) {
			connection.write("hello");
			await().until(() -> this.proxy.tunnels().get(0).bytesDown() == 5);
			assertSilent(connection);
		}
	}

	@Test
	void meetsSeveralAtATime() throws Exception {
		this.proxy.faults()
			.all(Fault.slowTunnel(Duration.ofMillis(200))
				.and(Fault.latency(Duration.ofMillis(100)).only(Direction.DOWN))
				.and(Fault.resetAfter(3, Direction.DOWN)));
		long start = System.nanoTime();
		try (RawConnection connection = this.calls.tunnel()) {
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
			connection.write("hello");
			assertThat(connection.read(3)).isEqualTo("hel");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
			assertReset(connection);
		}
		assertThat(this.proxy.tunnels().get(0).fault().parts()).hasSize(3);
	}

	@Test
	void cutsBehindBytesThatAreDelayed() throws Exception {
		this.proxy.faults()
			.all(Fault.closeAfter(3, Direction.DOWN).and(Fault.latency(Duration.ofMillis(200)).only(Direction.DOWN)));
		try (RawConnection connection = this.calls.tunnel()) {
			assertThat(connection.write("hello").readToEnd()).isEqualTo("hel");
		}
	}

	@Test
	void strikesAndHealsLiveTunnels() throws Exception {
		try (RawConnection live = this.calls.tunnel()) {
			assertThat(live.write("a").read(1)).isEqualTo("a");
			this.proxy.strikeLive(Fault.hold());
			live.write("b");
			assertSilent(live);
			try (RawConnection next = this.calls.tunnel()) {
				assertThat(next.write("c").read(1)).isEqualTo("c");
			}
			this.proxy.healLive();
			assertThat(live.read(1)).isEqualTo("b");
			this.proxy.strikeLive(Fault.blackHoleAfter(0));
			live.write("lost");
			await().until(() -> this.proxy.tunnels().get(0).bytesUp() == 6);
			this.proxy.healLive();
			assertThat(live.write("d").read(1)).isEqualTo("d");
		}
	}

	@Test
	void strikesATunnelThatWasOnItsWay() throws Exception {
		try (RawConnection live = this.calls.open()) {
			await().until(() -> this.proxy.open() == 1);
			this.proxy.strikeLive(Fault.closeAfter(2, Direction.DOWN));
			live.write("CONNECT echo.test:443 HTTP/1.1\r\n\r\n").readHead();
			assertThat(live.write("hello").readToEnd()).isEqualTo("he");
		}
	}

	@Test
	void chanceOfATunnelDependsOnSeedAndNumber() {
		FaultRules rules = new FaultRules();
		rules.seed(7);
		long first = rules.forNextConnection().seed();
		long second = rules.forNextConnection().seed();
		assertThat(second).isNotEqualTo(first);
		FaultRules same = new FaultRules();
		same.seed(7);
		assertThat(same.forNextConnection().seed()).isEqualTo(first);
		assertThat(same.forNextConnection().seed()).isEqualTo(second);
	}

	@Test
	void explainsBadSettings() {
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.hold().after(Duration.ofMillis(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.hold().lasting(Duration.ofMillis(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.goDark(Duration.ZERO, Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.slowTunnel(Duration.ofMillis(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.failTunnel(99));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.failTunnel().socks5(0));
	}

	private static boolean isSilent(RawConnection connection) throws IOException {
		connection.socket().setSoTimeout(200);
		try {
			connection.write("x").readByte();
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

}
