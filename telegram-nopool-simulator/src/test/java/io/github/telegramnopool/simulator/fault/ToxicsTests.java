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

class ToxicsTests {

	@AutoClose
	private final EchoServer echo = new EchoServer();

	@AutoClose
	private final FaultProxy proxy = FaultProxy.builder().build().start().route("echo.test", this.echo.port());

	private final ProxyCalls calls = new ProxyCalls(this.proxy);

	ToxicsTests() throws IOException {
	}

	@Test
	void latencyJitters() throws Exception {
		this.proxy.faults().all(Toxics.latency(Duration.ofMillis(100), Duration.ofMillis(100)).only(Direction.DOWN));
		try (RawConnection connection = this.calls.tunnel()) {
			long shortest = Long.MAX_VALUE;
			long longest = 0;
			for (int i = 0; i < 15; i++) {
				long start = System.nanoTime();
				assertThat(connection.write("a").read(1)).isEqualTo("a");
				long took = System.nanoTime() - start;
				shortest = Math.min(shortest, took);
				longest = Math.max(longest, took);
			}
			assertThat(Duration.ofNanos(longest - shortest)).isGreaterThan(Duration.ofMillis(50));
			assertThat(Duration.ofNanos(longest)).isGreaterThan(Duration.ofMillis(100));
		}
	}

	@Test
	void bandwidthCountsKilobytes() throws Exception {
		this.proxy.faults().all(Toxics.bandwidth(20));
		try (RawConnection connection = this.calls.tunnel()) {
			assertTakes(Duration.ofMillis(400), () -> connection.write("x".repeat(10_000)).read(10_000));
		}
	}

	@Test
	void slowCloseDelaysTheEndButNotTheBytes() throws Exception {
		this.proxy.faults().all(Toxics.slowClose(Duration.ofMinutes(1)).only(Direction.DOWN));
		try (RawConnection connection = this.calls.tunnel()) {
			assertThat(connection.write("bye!").read(4)).isEqualTo("bye!");
		}
		this.proxy.faults().all(Toxics.slowClose(Duration.ofMillis(400)).only(Direction.DOWN));
		try (RawConnection connection = this.calls.tunnel()) {
			assertTakes(Duration.ofMillis(390), () -> connection.write("bye!").readToEnd());
		}
	}

	@Test
	void timeoutIsSilentAndThenCloses() throws Exception {
		this.proxy.faults().all(Toxics.timeout(Duration.ofMillis(600)));
		long start = System.nanoTime();
		try (RawConnection connection = this.calls.tunnel()) {
			// If anything passed, its echo would be read
			assertThat(connection.write("hello").readToEnd()).isEmpty();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(590));
		}
		this.proxy.faults().all(Toxics.timeout(Duration.ZERO));
		try (RawConnection connection = this.calls.tunnel()) {
			connection.write("hello");
			assertSilent(connection);
			assertThat(this.proxy.open()).isEqualTo(1);
		}
		await().until(() -> this.echo.open() == 0);
	}

	@Test
	void resetPeerResetsAfterATime() throws Exception {
		this.proxy.faults().all(Toxics.resetPeer(Duration.ofMillis(300)));
		long start = System.nanoTime();
		try (RawConnection connection = this.calls.tunnel()) {
			assertReset(connection);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
		}
		this.proxy.faults().all(Toxics.resetPeer(Duration.ZERO));
		try (RawConnection connection = this.calls.tunnel()) {
			assertReset(connection);
		}
	}

	@Test
	void slicerCutsIntoPieces() throws Exception {
		this.proxy.faults().all(Toxics.slicer(10, 5, Duration.ofMillis(20)).only(Direction.DOWN));
		try (RawConnection connection = this.calls.tunnel()) {
			// At most 15 bytes each 20 ms
			assertTakes(Duration.ofMillis(240), () -> connection.write("0123456789".repeat(20)).read(200));
		}
	}

	@Test
	void limitDataClosesBehindTheLimit() throws Exception {
		this.proxy.faults().all(Toxics.limitData(8));
		try (RawConnection connection = this.calls.tunnel()) {
			assertThat(connection.write("hello").readToEnd()).isEqualTo("hel");
		}
	}

	@Test
	void explainsBadSettings() {
		assertThatIllegalArgumentException().isThrownBy(() -> Toxics.slicer(5, 5, Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> Toxics.slowClose(Duration.ofMillis(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> Toxics.latency(Duration.ZERO, Duration.ofMillis(-1)));
	}

	private static void assertTakes(Duration least, Reading reading) throws IOException {
		long start = System.nanoTime();
		reading.read();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(least);
	}

	private interface Reading {

		String read() throws IOException;

	}

}
