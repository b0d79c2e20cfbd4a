// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.FaultProxy;

/**
 * A distance to a server of this machine.
 * <p>
 * In a network of our own it is a tun device whose packets come back late, so TCP's
 * handshake takes a round trip as it does in the world. Elsewhere it is a forwarder that
 * passes bytes on late, which cannot delay that handshake: a fresh connection then looks
 * faster than it is, by one round trip.
 */
final class RoundTrip implements AutoCloseable {

	private final String host;

	private final int port;

	private final boolean complete;

	private final AutoCloseable end;

	private RoundTrip(String host, int port, boolean complete, AutoCloseable end) {
		this.host = host;
		this.port = port;
		this.complete = complete;
		this.end = end;
	}

	/**
	 * The addresses by which a server may be reached from afar.
	 * @param number of the distance, from 1
	 */
	static String address(int number) {
		return "10.9." + number + ".2";
	}

	static RoundTrip begin(int number, Duration time, int port, Path folder) throws IOException {
		if (OwnNetwork.isHere()) {
			try {
				return device(number, time, port, folder);
			}
			catch (NotHere ex) {
				System.out.println("Round trips without TCP's handshake: " + ex.getMessage());
			}
		}
		FaultProxy forwarder = FaultProxy.builder().forwardTo(new InetSocketAddress("127.0.0.1", port)).build().start();
		forwarder.faults().all(Fault.latency(time.dividedBy(2)));
		return new RoundTrip("127.0.0.1", forwarder.port(), false, forwarder);
	}

	private static RoundTrip device(int number, Duration time, int port, Path folder) throws IOException, NotHere {
		String device = "far" + number;
		Path program = Program.compile("mirror", folder);
		Path log = folder.resolve(device + ".log");
		Process mirror = new ProcessBuilder(program.toString(), device, Long.toString(time.toMillis()))
			.redirectError(log.toFile())
			.start();
		if (mirror.inputReader().readLine() == null
				|| !Program.succeeds(List.of("ip", "addr", "add", "10.9." + number + ".1/30", "dev", device), log)
				|| !Program.succeeds(List.of("ip", "link", "set", device, "up"), log)) {
			mirror.destroyForcibly();
			throw new NotHere("no tun device: see " + log);
		}
		return new RoundTrip(address(number), port, true, mirror::destroyForcibly);
	}

	String host() {
		return this.host;
	}

	int port() {
		return this.port;
	}

	/**
	 * Whether TCP's handshake takes its time too.
	 */
	boolean isComplete() {
		return this.complete;
	}

	@Override
	public void close() throws Exception {
		this.end.close();
	}

}
