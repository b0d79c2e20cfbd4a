// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A short run of what {@link SoakTests} does for hours.
 */
@EnabledOnOs(OS.LINUX)
class HistoryTests {

	@Test
	void provesThePromisesFromTheHistoryOfTwoBotsUnderFaults(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory)
			throws InterruptedException {
		RunSettings settings = RunSettings.of("history",
				new RunSettings(ThreadLocalRandom.current().nextLong(1_000_000), Long.MAX_VALUE, Duration.ofSeconds(90),
						20, 10, Duration.ofSeconds(15), Duration.ofSeconds(5)));
		System.out.println("History run with " + settings);
		HistoryRun run = new HistoryRun(directory, settings);
		run.run();
		Figures figures = new Figures();
		History.read(run.files(), figures);
		System.out.println(figures.print());
		List<String> verdict = new ArrayList<>(Checker.check(run.files()));
		verdict.addAll(new SecretsNowhere(HistoryRun.secrets()).check(directory));
		assertThat(verdict).as("seed %d, records in %s", settings.seed(), directory).isEmpty();
		// Even on a slow machine the run must have met what it is about
		assertThat(figures.count(Event.Kind.LAUNCHED)).as("lives").isGreaterThan(2);
	}

}
