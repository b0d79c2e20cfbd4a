// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.sidebyside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.telegramnopool.benchmarks.bot.BotSetup;
import io.github.telegramnopool.benchmarks.stage.TrustStore;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;

/**
 * One contestant at one percentage: a bot in a JVM of its own, with a proxy and a
 * Telegram that no other uses.
 */
final class Lane implements AutoCloseable {

	private static final long BOT = 4839574812L;

	private static final String TOKEN = BOT + ":AAFD39kkdpWt3ywyRZergyOLMaJhac60qcX";

	private static final String HOST = "api.telegram.test";

	private static final long CHAT = 42;

	private final Contestant contestant;

	private final FaultPlan plan;

	private final Path log;

	private final Path heard;

	private final TelegramSimulator simulator;

	private final FaultProxy proxy;

	private final Process process;

	private final Deque<Long> moments = new ArrayDeque<>();

	private final Map<Long, Long> pushed = new LinkedHashMap<>();

	Lane(Contestant contestant, FaultPlan plan, Path folder) throws IOException {
		this.contestant = contestant;
		this.plan = plan;
		String name = contestant.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + plan.percent();
		this.log = folder.resolve(name + ".log");
		this.heard = folder.resolve(name + ".heard");
		this.simulator = TelegramSimulator.builder().names(HOST).seed(plan.seed()).build().start();
		this.proxy = FaultProxy.builder().build().start().route(HOST, this.simulator.tlsPort());
		Path trusted = new TrustStore(this.simulator.certificate()).write(folder.resolve(name + ".p12"));
		this.process = new ProcessBuilder(command(trusted)).redirectErrorStream(true)
			.redirectOutput(this.log.toFile())
			.start();
	}

	private List<String> command(Path trusted) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
		command.addAll(TrustStore.options(trusted));
		command.addAll(List.of("-cp", this.contestant.classPath(), this.contestant.mainClass()));
		command.addAll(new BotSetup(TOKEN, HOST, this.proxy.port(), this.contestant.isSane(), this.heard).arguments());
		return command;
	}

	/**
	 * Whether the bot has begun to poll.
	 * @throws IllegalStateException if it has ended instead
	 */
	boolean isUp() throws IOException {
		if (!this.process.isAlive()) {
			throw new IllegalStateException(
					this.contestant.title() + " has ended. Its log:\n" + Files.readString(this.log));
		}
		return this.simulator.received("getUpdates") > 0;
	}

	/**
	 * From now on things go wrong.
	 */
	void begin(Instant now) {
		this.plan.moments().forEach((moment) -> this.moments.add(now.plus(moment).toEpochMilli()));
		this.plan.begin(this.proxy);
	}

	/**
	 * A user writes, and if one of the plan's moments has come, all live connections go
	 * silent before that.
	 */
	void turn() {
		while (!this.moments.isEmpty() && this.moments.peek() <= System.currentTimeMillis()) {
			this.moments.remove();
			this.proxy.freezeLive();
		}
		long now = System.currentTimeMillis();
		this.pushed.put(this.simulator.bot(BOT).write(CHAT, "Hello"), now);
	}

	void heal() {
		this.plan.heal(this.proxy);
	}

	/**
	 * What became of the updates since the begin.
	 */
	Row row(Instant begin, Instant healed) throws IOException {
		HeardFile file = HeardFile.read(this.heard);
		List<Hearing.Update> updates = new ArrayList<>();
		this.pushed.forEach((id, time) -> {
			if (time >= begin.toEpochMilli()) {
				updates.add(new Hearing.Update(time, file.first().getOrDefault(id, Hearing.Update.NEVER)));
			}
		});
		return new Row(this.contestant, this.plan.percent(), this.proxy.opened(), file.repeated(),
				new Hearing(begin.toEpochMilli(), healed.toEpochMilli(), updates));
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.proxy.close();
		this.simulator.close();
	}

}
