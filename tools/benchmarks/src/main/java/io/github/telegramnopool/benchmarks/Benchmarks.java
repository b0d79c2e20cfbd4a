// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

import org.openjdk.jmh.runner.RunnerException;

/**
 * Entry point: the folder to write the raw rows into, and the number of rounds.
 */
public final class Benchmarks {

	private static final int ROUNDS = 5;

	private Benchmarks() {
	}

	public static void main(String[] args) throws IOException, RunnerException {
		Path folder = Path.of((args.length > 0) ? args[0] : "target/benchmarks");
		int rounds = (args.length > 1) ? Integer.parseInt(args[1]) : ROUNDS;
		new Rounds("reading", ReadingBenchmark.class, "telegramNopool").run(rounds, folder);
	}

}
