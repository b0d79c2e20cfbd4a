// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.github.telegramnopool.simulator.RawConnection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static io.github.telegramnopool.simulator.fault.ClientView.assertReset;
import static io.github.telegramnopool.simulator.fault.ClientView.assertSilent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class FaultTests {

	@AutoClose
	private final EchoServer echo = new EchoServer();

	@AutoClose
	private final FaultProxy proxy = FaultProxy.builder().build().start().route("echo.test", this.echo.port());

	private final ProxyCalls calls = new ProxyCalls(this.proxy);

	FaultTests() throws IOException {
	}

	@Test
	void refuseResetsAtAccept() throws Exception {
		this.proxy.faults().all(Fault.refuse());
		try (RawConnection connection = this.calls.open()) {
			assertReset(connection);
		}
	}

	@Test
	void ignoreNeverAnswers() throws Exception {
		this.proxy.faults().all(Fault.ignore());
		try (RawConnection connection = this.calls.open()) {
			connection.write("CONNECT echo.test:443 HTTP/1.1\r\n\r\n");
			assertSilent(connection);
		}
		await().until(() -> this.proxy.open() == 0);
	}

	@Test
	void blackHoleSwallowsEverythingOnceTheTunnelStands() throws Exception {
		this.proxy.faults().all(Fault.blackHoleAfter(0));
		RawConnection connection = this.calls.tunnel();
		connection.write("hello");
		assertSilent(connection);
		assertThat(this.proxy.tunnels().get(0).bytesUp()).isEqualTo(5);
		assertThat(this.echo.open()).isEqualTo(1);
		connection.close();
		await().until(() -> this.echo.open() == 0);
	}

	@Test
	void blackHoleLetsItsBytesPass() throws Exception {
		this.proxy.faults().all(Fault.blackHoleAfter(3, Direction.DOWN));
		try (RawConnection connection = this.calls.tunnel()) {
			connection.write("hello");
			assertThat(connection.read(3)).isEqualTo("hel");
			assertSilent(connection);
			await().until(() -> this.proxy.tunnels().get(0).bytesDown() == 5);
		}
	}

	@Test
	void blackHoleUpwardsSendsNothingToTheTarget() throws Exception {
		this.proxy.faults().all(Fault.blackHoleAfter(2, Direction.UP));
		try (RawConnection connection = this.calls.tunnel()) {
			connection.write("hello");
			assertThat(connection.read(2)).isEqualTo("he");
			assertSilent(connection);
		}
	}

	@Test
	void resetIsARealReset() throws Exception {
		this.proxy.faults().all(Fault.resetAfter(0));
		try (RawConnection connection = this.calls.tunnel()) {
			assertReset(connection);
		}
		this.proxy.faults().all(Fault.resetAfter(3, Direction.DOWN));
		try (RawConnection connection = this.calls.tunnel()) {
			connection.write("hello");
			assertThat(connection.read(3)).isEqualTo("hel");
			assertReset(connection);
		}
		await().until(() -> this.echo.open() == 0);
	}

	@Test
	void closeIsAFin() throws Exception {
		this.proxy.faults().all(Fault.closeAfter(3, Direction.DOWN));
		try (RawConnection connection = this.calls.tunnel()) {
			assertThat(connection.write("hello").readToEnd()).isEqualTo("hel");
		}
	}

	@Test
	void halfCloseEndsTheClientsReceivingOnly() throws Exception {
		this.proxy.faults().all(Fault.halfCloseAfter(3, Direction.DOWN));
		try (RawConnection connection = this.calls.tunnel()) {
			assertThat(connection.write("hello").readToEnd()).isEqualTo("hel");
			connection.write("still open");
			await().until(() -> this.proxy.tunnels().get(0).bytesUp() == 15);
			assertThat(this.proxy.open()).isEqualTo(1);
		}
		await().until(() -> this.proxy.open() == 0);
	}

	@Test
	void latencyDelaysEachWay() throws Exception {
		this.proxy.faults().all(Fault.latency(Duration.ofMillis(150)));
		try (RawConnection connection = this.calls.tunnel()) {
			long start = System.nanoTime();
			assertThat(connection.write("hello").read(5)).isEqualTo("hello");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(300),
					Duration.ofSeconds(3));
		}
	}

	@Test
	void dripPassesPortions() throws Exception {
		this.proxy.faults().all(Fault.drip(1, Duration.ofMillis(30)));
		try (RawConnection connection = this.calls.tunnel()) {
			long start = System.nanoTime();
			assertThat(connection.write("0123456789").read(10)).isEqualTo("0123456789");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(270));
		}
	}

	@Test
	void bandwidthBoundsBytesASecond() throws Exception {
		this.proxy.faults().all(Fault.bandwidth(20_000));
		try (RawConnection connection = this.calls.tunnel()) {
			long start = System.nanoTime();
			assertThat(connection.write("x".repeat(10_000)).read(10_000)).hasSize(10_000);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(400));
		}
	}

	@Test
	void freezesLiveTunnelsWhileNewOnesWork() throws Exception {
		RawConnection live = this.calls.tunnel();
		assertThat(live.write("a").read(1)).isEqualTo("a");
		this.proxy.freezeLive();
		live.write("b");
		assertSilent(live);
		try (RawConnection next = this.calls.tunnel()) {
			assertThat(next.write("c").read(1)).isEqualTo("c");
		}
		live.close();
		await().until(() -> this.echo.open() == 0);
	}

	@Test
	void freezesAClientThatHasNoTunnelYet() throws Exception {
		try (RawConnection live = this.calls.open()) {
			await().until(() -> this.proxy.open() == 1);
			this.proxy.freezeLive();
			live.write("CONNECT echo.test:443 HTTP/1.1\r\n\r\n");
			assertSilent(live);
		}
		await().until(() -> this.proxy.open() == 0);
	}

	@Test
	void resetsLiveTunnels() throws Exception {
		try (RawConnection live = this.calls.tunnel()) {
			this.proxy.resetLive();
			assertReset(live);
		}
		await().until(() -> this.echo.open() == 0);
	}

	@Test
	void rulesChooseConnections() {
		FaultRules rules = new FaultRules();
		assertThat(next(rules, 3)).containsOnly(Fault.none());
		rules.every(3, Fault.refuse());
		assertThat(next(rules, 6)).containsExactly(Fault.none(), Fault.none(), Fault.refuse(), Fault.none(),
				Fault.none(), Fault.refuse());
		rules.next(Fault.ignore(), Fault.none());
		assertThat(next(rules, 3)).containsExactly(Fault.ignore(), Fault.none(), Fault.none());
		rules.all(Fault.ignore());
		assertThat(next(rules, 2)).containsOnly(Fault.ignore());
		rules.none();
		assertThat(next(rules, 2)).containsOnly(Fault.none());
	}

	@Test
	void percentageFollowsItsSeed() {
		FaultRules rules = new FaultRules();
		rules.percent(30, 7, Fault.refuse());
		List<Fault> first = next(rules, 1000);
		rules.percent(30, 7, Fault.refuse());
		assertThat(next(rules, 1000)).isEqualTo(first);
		assertThat(first.stream().filter(Fault.refuse()::equals).count()).isBetween(250L, 350L);
		rules.percent(0, 7, Fault.refuse());
		assertThat(next(rules, 100)).containsOnly(Fault.none());
		rules.percent(100, 7, List.of(Fault.refuse(), Fault.ignore()));
		assertThat(next(rules, 100)).containsOnly(Fault.refuse(), Fault.ignore());
	}

	@Test
	void explainsBadSettings() {
		FaultRules rules = new FaultRules();
		assertThatIllegalArgumentException().isThrownBy(() -> rules.every(0, Fault.none()));
		assertThatIllegalArgumentException().isThrownBy(() -> rules.percent(101, 1, Fault.none()));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.blackHoleAfter(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.bandwidth(0));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.drip(0, Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.latency(Duration.ofMillis(-1)));
	}

	private static List<Fault> next(FaultRules rules, int count) {
		return IntStream.range(0, count).mapToObj((index) -> rules.forNextConnection().fault()).toList();
	}

}
