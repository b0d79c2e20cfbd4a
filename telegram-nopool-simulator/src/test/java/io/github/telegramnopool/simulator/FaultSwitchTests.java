// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import io.github.telegramnopool.simulator.fault.TunnelRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class FaultSwitchTests {

	@AutoClose
	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	@AutoClose
	private final FaultProxy proxy = proxy();

	private final FaultSwitch faults = new FaultSwitch(this.proxy);

	@Test
	void beginsWithNone() {
		assertThat(this.faults.chosen()).isEqualTo("none");
		assertThat(this.faults.choices()).containsExactly("none", "black-hole-33", "black-hole-67", "go-dark", "refuse",
				"latency", "reset");
		assertThatIllegalArgumentException().isThrownBy(() -> this.faults.choose("rain"))
			.withMessageStartingWith("There is no fault \"rain\". Choose one of [none, black-hole-33,");
	}

	@ParameterizedTest
	@EnumSource(NamedFault.class)
	void everyFaultCanBeHealed(NamedFault fault) throws IOException {
		this.faults.choose(fault.toString());
		assertThat(this.faults.chosen()).isEqualTo(fault.toString());
		this.faults.choose("none");
		assertThat(ask(this.proxy)).startsWith("HTTP/1.1 200");
	}

	@Test
	void someConnectionsSwallowEverythingAndNoneLivesForEver() throws Exception {
		this.faults.choose("black-hole-67");
		List<RawConnection> connections = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			connections.add(RawConnection.to(this.proxy.port()));
		}
		await().until(() -> this.proxy.opened() == 60);
		List<Fault> met = this.proxy.tunnels().stream().map(TunnelRecord::fault).toList();
		assertThat(met).containsOnly(Fault.blackHoleAfter(0), Fault.blackHoleAfter(16 * 1024));
		assertThat(met).filteredOn(Fault.blackHoleAfter(0)::equals).hasSizeBetween(25, 55);
		for (RawConnection connection : connections) {
			connection.close();
		}
	}

	@Test
	void connectionsThatStandFallSilentAfterAFewCalls() throws Exception {
		try (RawConnection connection = RawConnection.to(this.proxy.port())) {
			assertThat(ask(connection)).startsWith("HTTP/1.1 200");
			this.faults.choose("black-hole-33");
			assertThat(ask(connection)).startsWith("HTTP/1.1 200");
			connection.socket().setSoTimeout(300);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> {
				for (int i = 0; i < 100; i++) {
					ask(connection);
				}
			});
		}
	}

	@Test
	void anotherProxyMeetsTheSame() throws Exception {
		try (FaultProxy other = proxy()) {
			this.faults.choose("refuse");
			this.faults.add(other);
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> ask(other));
			this.faults.choose("none");
			assertThat(ask(other)).startsWith("HTTP/1.1 200");
			this.faults.remove(other);
			this.faults.choose("refuse");
			assertThat(ask(other)).startsWith("HTTP/1.1 200");
		}
	}

	private FaultProxy proxy() {
		return FaultProxy.builder()
			.forwardTo(new InetSocketAddress("127.0.0.1", this.simulator.port()))
			.build()
			.start();
	}

	private static String ask(FaultProxy proxy) throws IOException {
		try (RawConnection connection = RawConnection.to(proxy.port())) {
			String head = ask(connection);
			if (head.isEmpty()) {
				throw new SocketException("closed without an answer");
			}
			return head;
		}
	}

	private static String ask(RawConnection connection) throws IOException {
		String head = connection.write("GET /_sim/clock HTTP/1.1\r\nHost: x\r\n\r\n").readHead();
		int length = head.isEmpty() ? 0 : Integer.parseInt(head.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
		connection.read(length);
		return head;
	}

}
