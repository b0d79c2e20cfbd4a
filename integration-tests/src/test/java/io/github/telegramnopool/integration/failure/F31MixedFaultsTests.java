// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.integration.FileDescriptors;
import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.fault.Direction;
import io.github.telegramnopool.simulator.fault.Fault;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.internal.PlatformDependent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F31: calls that end in every way leave neither sockets nor buffers behind. A longer run
 * has {@code -Dfailure.soak.calls=20000}.
 */
class F31MixedFaultsTests {

	private static final int CALLS = Integer.getInteger("failure.soak.calls", 1200);

	private static final long SEED = Long.getLong("failure.seed", 31);

	private static final List<Fault> FAULTS = List.of(Fault.refuse(), Fault.ignore(), Fault.failTunnel(),
			Fault.tunnelToNowhere(), Fault.blackHoleAfter(700), Fault.resetAfter(900),
			Fault.closeAfter(1800, Direction.DOWN), Fault.halfCloseAfter(500, Direction.DOWN),
			Fault.latency(Duration.ofMillis(20), Duration.ofMillis(20)), Fault.drip(200, Duration.ofMillis(5)));

	private final ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();

	@BeforeEach
	void lookForLeaks() {
		ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
	}

	@AfterEach
	void restore() {
		ResourceLeakDetector.setLevel(this.level);
	}

	@Test
	void mixedFaultsLeaveNothingBehind() {
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("socks5")
					.with("telegram.http.call-timeout", "2s")
					.with("telegram.http.proxy-timeout", "500ms")
					.with("telegram.http.tls-timeout", "1s")
					.with("telegram.http.max-concurrent-calls", 0)
					.run(HeardTexts.class);
				OperatorLog log = OperatorLog.open()) {
			await().until(() -> telegram.simulator().polls() == 1);
			run(telegram, bot, Math.min(300, CALLS / 3));
			Usage before = Usage.afterQuiet(telegram);
			run(telegram, bot, CALLS);
			System.out.printf("F31: seed %d, %d calls on %d connections, before %s%n", SEED, CALLS,
					telegram.proxy().opened(), before);
			// The last connections end soon after their calls
			await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
				Usage after = Usage.afterQuiet(telegram);
				assertThat(after.descriptors()).isLessThanOrEqualTo(before.descriptors() + 5);
				assertThat(after.directBytes()).isLessThanOrEqualTo(before.directBytes() + 8 * 1024 * 1024);
			});
			// The detector tells of what is collected when the next buffer is taken
			System.gc();
			run(telegram, bot, 20);
			assertThat(log.lines()).noneMatch((line) -> line.contains("LEAK"));
			telegram.peer().write(7, "still there");
			await().atMost(Duration.ofSeconds(60)).until(() -> HeardTexts.of(bot).contains("still there"));
		}
	}

	private static void run(TelegramBehindProxy telegram, RunningBot bot, int calls) {
		telegram.proxy().faults().percent(50, SEED, FAULTS);
		telegram.simulator().script(ScriptedFault.on("*").always().percent(3, SEED).never().build());
		telegram.simulator().script(ScriptedFault.on("*").always().percent(3, SEED + 1).status(502).build());
		telegram.simulator().script(ScriptedFault.on("*").always().percent(3, SEED + 2).closeAtByte(150).build());
		telegram.simulator().script(ScriptedFault.on("*").always().percent(3, SEED + 3).resetAtByte(20).build());
		Flux.range(0, calls)
			.flatMap((number) -> bot.api()
				.sendMessage(SendMessage.of(42, "No " + number))
				.onErrorResume(TelegramException.class, (ex) -> Mono.empty())
				// Some callers do not want to wait that long
				.timeout(Duration.ofMillis((number % 10 == 0) ? 30 : 60_000), Mono.empty()), 100)
			.blockLast(Duration.ofMinutes(30));
		telegram.simulator().clearScript();
		telegram.proxy().faults().none();
	}

	/**
	 * What this process holds.
	 *
	 * @param descriptors open files and sockets
	 * @param directBytes memory outside of the heap
	 */
	private record Usage(long descriptors, long directBytes) {

		static Usage afterQuiet(TelegramBehindProxy telegram) {
			// One for the poll
			await().atMost(Duration.ofSeconds(30)).until(() -> telegram.proxy().open() <= 1);
			long pools = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)
				.stream()
				.mapToLong(BufferPoolMXBean::getMemoryUsed)
				.sum();
			return new Usage(FileDescriptors.open(), Math.max(pools, PlatformDependent.usedDirectMemory()));
		}

	}

}
