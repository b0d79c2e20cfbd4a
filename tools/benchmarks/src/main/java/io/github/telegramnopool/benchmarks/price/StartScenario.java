// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.telegramnopool.benchmarks.figures.Measure;
import io.github.telegramnopool.benchmarks.figures.Row;
import io.github.telegramnopool.benchmarks.peer.PeerSetup;
import io.github.telegramnopool.benchmarks.peer.StartedApplication;
import io.github.telegramnopool.benchmarks.stage.TrustStore;

/**
 * An empty Spring Boot application starts, one with a bot to which nobody listens, and
 * one with a bot.
 *
 * @param count how often in a round
 */
record StartScenario(int count) implements Scenario {

	private static final double MIB = 1 << 20;

	@Override
	public String family() {
		return "start";
	}

	@Override
	public String name() {
		return "start of an application";
	}

	@Override
	public String about() {
		return "from the start of the process until Spring Boot has started; memory after a collection of garbage";
	}

	@Override
	public List<Measure> measures() {
		return List.of(Measure.START, Measure.START_CPU, Measure.HEAP, Measure.RESIDENT);
	}

	@Override
	public void round(Run run, int round) throws Exception {
		for (int i = 1; i <= run.settings().scaled(this.count); i++) {
			int number = (round - 1) * run.settings().scaled(this.count) + i;
			measure(run, new Row(name(), "an empty application", number, Run.load()), ClassPath.emptyApplication(),
					StartedApplication.class);
			String[] bot = { "--telegram.token=" + PeerSetup.TOKEN,
					"--telegram.base-url=" + run.stage().direct().telegram() };
			measure(run, new Row(name(), "the starter in it", number, Run.load()), ClassPath.application(),
					StartedApplication.class, bot);
			measure(run, new Row(name(), Contender.FRESH.title(), number, Run.load()), ClassPath.application(),
					StartedBot.class, bot);
		}
	}

	private void measure(Run run, Row row, String classPath, Class<?> main, String... arguments) throws IOException {
		Path folder = run.stage().folder();
		List<String> command = new ArrayList<>(
				Contender.java(folder, new TrustStore(run.stage().telegram().authority())));
		command.addAll(List.of("-cp", classPath, main.getName()));
		command.addAll(List.of(arguments));
		long begin = System.nanoTime();
		try (ContenderProcess process = ContenderProcess.start(row.contender(), command, folder.resolve("start.log"))) {
			process.answer();
			double millis = (System.nanoTime() - begin) / 1e6;
			double processor = process.processorTime().toNanos() / 1e6;
			long heap = Objects.requireNonNull(process.tell("").get("heap"))[0];
			run.add(row.with(Measure.START, millis)
				.with(Measure.START_CPU, processor)
				.with(Measure.HEAP, heap / MIB)
				.with(Measure.RESIDENT, ResidentMemory.ofProcess(process.pid())));
		}
		catch (PeerFailedException ex) {
			run.missing(this, row.contender(), ex);
		}
	}

}
