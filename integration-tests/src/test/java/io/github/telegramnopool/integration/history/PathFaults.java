// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.github.telegramnopool.simulator.fault.Direction;
import io.github.telegramnopool.simulator.fault.Fault;

/**
 * The ways in which a connection is spoilt, drawn by chance.
 * <p>
 * What is late is late by half a second at most: a poll that its client has given up
 * would otherwise be seen at the server together with the next one.
 */
final class PathFaults {

	private static final int VARIETY = 500;

	/**
	 * A call takes about 600 bytes up and 2000 down, most of them for TLS.
	 */
	private static final int LONGEST_CUT = 3000;

	private PathFaults() {
	}

	static List<Fault> draw(long seed) {
		Random random = new Random(seed);
		return Stream.generate(() -> draw(random)).limit(VARIETY).toList();
	}

	private static Fault draw(Random random) {
		int bytes = random.nextInt(LONGEST_CUT);
		Direction direction = Direction.values()[random.nextInt(Direction.values().length)];
		return switch (random.nextInt(10)) {
			case 0 -> Fault.refuse();
			case 1 -> Fault.ignore();
			case 2 -> Fault.failTunnel();
			case 3 -> Fault.blackHoleAfter(bytes, direction);
			case 4, 5 -> Fault.resetAfter(bytes, direction);
			case 6 -> Fault.closeAfter(bytes, direction);
			case 7 -> Fault.halfCloseAfter(bytes, direction);
			case 8 -> Fault.latency(Duration.ofMillis(random.nextInt(400)));
			default -> Fault.bandwidth(6000 + random.nextInt(20_000));
		};
	}

}
