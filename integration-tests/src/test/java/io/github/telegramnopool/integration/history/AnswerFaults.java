// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.ScriptedFaultBuilder;

/**
 * The ways in which an answer is spoilt, drawn by chance; half of the calls had their
 * effect before.
 * <p>
 * Left out are the refusals of a token and the conflicts with another poller, which a bot
 * rightly waits long after.
 */
final class AnswerFaults {

	private static final int VARIETY = 500;

	private static final byte[] NO_GZIP = "this was never compressed".getBytes(StandardCharsets.UTF_8);

	private AnswerFaults() {
	}

	static List<ScriptedFault> draw(long seed) {
		Random random = new Random(seed);
		return Stream.generate(() -> draw(random)).limit(VARIETY).toList();
	}

	private static ScriptedFault draw(Random random) {
		int kind = random.nextInt(10);
		ScriptedFaultBuilder fault = ScriptedFault.on("*");
		int bytes = random.nextInt(400);
		switch (kind) {
			case 0 -> fault.status(500);
			case 1 -> fault.status(502 + random.nextInt(3));
			case 2 -> fault.status(200).body("");
			case 3 ->
				fault.status(200).body("<html><body>Please log in</body></html>").header("Content-Type", "text/html");
			case 4 -> fault.status(200).body("{\"ok\":true,\"resu");
			case 5 -> fault.status(200).body(NO_GZIP).header("Content-Encoding", "gzip");
			case 6 -> fault.resetAtByte(bytes);
			case 7 -> fault.closeAtByte(bytes);
			case 8 -> fault.never();
			default -> fault.delayPerByte(Duration.ofMillis(1 + random.nextInt(3)));
		}
		if (kind == 9 || random.nextBoolean()) {
			fault.execute();
		}
		else if (kind < 2 && random.nextBoolean()) {
			fault.retryAfter(1);
		}
		return fault.build();
	}

}
