// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import io.github.telegramnopool.benchmarks.stage.NotHere;
import io.github.telegramnopool.benchmarks.stage.Stage;
import io.github.telegramnopool.benchmarks.stage.TrustStore;

/**
 * The contenders' processes. One is started when it is first needed, made warm, and kept:
 * so all rounds after that measure compiled code, and the same.
 */
final class Troupe implements AutoCloseable {

	private static final int WARM_CALLS = 200;

	private static final int WARM_USERS = 4;

	private final Settings settings;

	private final Stage stage;

	private final Map<Contender, ContenderProcess> processes = new EnumMap<>(Contender.class);

	Troupe(Settings settings, Stage stage) {
		this.settings = settings;
		this.stage = stage;
	}

	/**
	 * The process of a contender, warm, with nothing open.
	 */
	ContenderProcess of(Contender contender) throws IOException, NotHere {
		ContenderProcess process = this.processes.get(contender);
		if (process == null || !process.isAlive()) {
			process = start(contender);
			this.processes.put(contender, process);
			warmUp(process);
		}
		return process;
	}

	/**
	 * A process that nobody else uses, cold, to be closed by the caller.
	 */
	ContenderProcess start(Contender contender) throws IOException, NotHere {
		return start(contender, new TrustStore(this.stage.telegram().authority()), this.stage.folder());
	}

	ContenderProcess start(Contender contender, TrustStore trusted, Path folder) throws IOException, NotHere {
		return ContenderProcess.start(contender.title(), contender.command(folder, trusted, this.settings.given()),
				folder.resolve(contender.name().toLowerCase(Locale.ROOT) + ".log"));
	}

	private void warmUp(ContenderProcess process) throws IOException {
		process.open(this.stage.direct(), false);
		long end = System.nanoTime() + this.settings.warmUp().toNanos();
		do {
			process.tell("calls " + this.settings.scaled(WARM_CALLS) + " " + WARM_USERS + " 0");
		}
		while (System.nanoTime() < end);
		process.tell("close");
	}

	@Override
	public void close() {
		this.processes.values().forEach(ContenderProcess::close);
	}

}
