// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import io.github.telegramnopool.benchmarks.figures.Measure;
import io.github.telegramnopool.benchmarks.figures.Row;
import io.github.telegramnopool.benchmarks.sidebyside.Hearing;
import io.github.telegramnopool.benchmarks.stage.Line;
import io.github.telegramnopool.benchmarks.stage.NotHere;
import io.github.telegramnopool.benchmarks.stage.TrustStore;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;

/**
 * A contender with a proxy and a Telegram that no other uses.
 */
final class FaultLane implements AutoCloseable {

	private static final String HOST = "api.telegram.test";

	private static final long BOT = 4839574812L;

	private static final long CHAT = 42;

	private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

	private static final long ON_TIME_MICROS = 5_000_000;

	private static final double MILLI = 1000;

	private final Contender contender;

	private final TelegramSimulator simulator;

	private final FaultProxy proxy;

	private final ContenderProcess process;

	private final Map<Long, Long> pushed = new LinkedHashMap<>();

	FaultLane(Contender contender, Troupe troupe, Path parent) throws IOException, NotHere {
		this.contender = contender;
		Path folder = Files.createDirectories(parent.resolve(contender.name().toLowerCase(Locale.ROOT)));
		this.simulator = TelegramSimulator.builder().names(HOST).seed(1).build().start();
		this.proxy = FaultProxy.builder().build().start().route(HOST, this.simulator.tlsPort());
		try {
			this.process = troupe.start(contender, new TrustStore(this.simulator.certificate()), folder);
		}
		catch (IOException | NotHere ex) {
			this.proxy.close();
			this.simulator.close();
			throw ex;
		}
	}

	Contender contender() {
		return this.contender;
	}

	/**
	 * Return when the bot polls, and has made some calls.
	 */
	void awaitUp(int calls) throws IOException, InterruptedException {
		this.process.open(new Line("", URI.create("https://" + HOST), this.proxy.url("http")), true);
		this.process.tell("keep");
		this.process.tell("calls " + calls + " 2 0");
		long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
		while (this.simulator.received("getUpdates") == 0) {
			if (System.nanoTime() > deadline) {
				throw new PeerFailedException(this.contender.title() + " does not poll");
			}
			Thread.sleep(20);
		}
	}

	void begin(FaultKind kind, long seed, int sends, Duration interval) throws IOException {
		kind.begin(this.proxy, seed);
		this.process.tell("pace " + sends + " " + interval.toNanos() / 1000);
	}

	/**
	 * A user writes.
	 */
	void write() {
		long now = System.currentTimeMillis();
		this.pushed.put(this.simulator.bot(BOT).write(CHAT, "Hello"), now);
	}

	void heal() {
		this.proxy.faults().none();
	}

	/**
	 * What came out.
	 * @param begin when things began to go wrong
	 * @param healed when they were good again
	 * @param end the end of the run
	 */
	void fill(Row row, long begin, long healed, long end) throws IOException {
		List<Hearing.Update> updates = updates(begin);
		Hearing hearing = new Hearing(begin, healed, updates);
		OptionalLong recovery = hearing.recovery();
		List<Long> outcomes = LongStream.of(this.process.tell("outcomes").getOrDefault("outcomes", new long[0]))
			.boxed()
			.toList();
		List<Long> answered = outcomes.stream().filter((micros) -> micros >= 0).toList();
		row.with(Measure.WITHIN_5S,
				100.0 * answered.stream().filter((micros) -> micros <= ON_TIME_MICROS).count() / outcomes.size())
			.with(Measure.SEND_P99, Run.percentile(answered, 99))
			.with(Measure.FAILED, outcomes.stream().filter((micros) -> micros == -1).count())
			.with(Measure.HUNG, outcomes.stream().filter((micros) -> micros == -2).count())
			// Over all of the run, not only the faults: a bot that never comes back is
			// silent
			.with(Measure.SILENCE, new Hearing(begin, end, updates).longestSilence() / MILLI)
			.with(Measure.RECOVERY, recovery.orElse(end - healed) / MILLI)
			.with(Measure.UNHEARD, hearing.unheard())
			.with(Measure.CARRIED_TWO,
					this.simulator.connections().stream().filter((connection) -> connection.requests() > 1).count())
			.raw("cameBack", recovery.isPresent())
			.raw("heardInTimePercent", hearing.delivered())
			.raw("connections", this.proxy.opened())
			.raw("sendMicros", outcomes);
	}

	private List<Hearing.Update> updates(long begin) throws IOException {
		long[] numbers = this.process.tell("hearing").getOrDefault("hearing", new long[0]);
		Map<Long, Long> heard = new HashMap<>();
		for (int i = 0; i < numbers.length; i += 2) {
			heard.putIfAbsent(numbers[i], numbers[i + 1]);
		}
		List<Hearing.Update> updates = new ArrayList<>();
		this.pushed.forEach((id, time) -> {
			if (time >= begin) {
				updates.add(new Hearing.Update(time, heard.getOrDefault(id, Hearing.Update.NEVER)));
			}
		});
		return updates;
	}

	@Override
	public void close() {
		this.process.close();
		this.proxy.close();
		this.simulator.close();
	}

}
