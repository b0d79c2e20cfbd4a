// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.github.telegramnopool.benchmarks.figures.Measure;
import io.github.telegramnopool.benchmarks.figures.Spread;
import io.github.telegramnopool.benchmarks.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A rehearsal: that everything that measures works, not what comes out.
 */
@Tag("long")
class PriceTests {

	private static final String CALLS = "calls, direct";

	private static final List<Contender> CONTENDERS = List.of(Contender.FRESH, Contender.TELEGRAM_BOTS);

	@TempDir
	Path folder;

	@Test
	void measuresCallsRepliesAndUpdates() throws Exception {
		Duration think = Duration.ofMillis(10);
		PriceReport report = Price.run(settings(),
				List.of(new CallsScenario("calls", CALLS, Stage::direct, CONTENDERS, 2, 40, 1, List.of(Measure.P50)),
						new ReplyScenario(Duration.ofMillis(10), think, CONTENDERS, 2),
						new UpdatesScenario(Duration.ZERO, CONTENDERS)));
		assertThat(report.figures().missing()).isEmpty();
		for (Contender contender : CONTENDERS) {
			assertThat(one(report, CALLS, contender, Measure.ERRORS)).isZero();
			assertThat(one(report, CALLS, contender, Measure.P50)).isPositive();
			assertThat(one(report, ReplyScenario.name(Duration.ofMillis(10), think), contender, Measure.REPLY))
				.isGreaterThan(9);
			// That it has heard some is awaited before
			assertThat(one(report, UpdatesScenario.name(Duration.ZERO), contender, Measure.UPDATES)).isNotNegative();
		}
		assertThat(one(report, CALLS, Contender.FRESH, Measure.CARRIED_TWO)).isZero();
		assertThat(one(report, CALLS, Contender.TELEGRAM_BOTS, Measure.CARRIED_TWO)).isPositive();
		assertThat(this.folder.resolve("price.md")).content()
			.contains("| connections that carried two requests, in all of it | 0 | 0 | | | met |");
		assertThat(this.folder.resolve("price.jsonl")).content().hasLineCount(1 + 3 * CONTENDERS.size());
		assertThat(this.folder.resolve("price.svg")).content().contains("telegram-nopool");
	}

	@Test
	void measuresUnderFaults() throws Exception {
		PriceReport report = Price.run(settings(),
				List.of(new FaultScenario(FaultKind.NOCONNECT30, List.of(Contender.PENGRAD))));
		String name = FaultScenario.name(FaultKind.NOCONNECT30);
		// Of some 36, on a machine that may be busy
		assertThat(one(report, name, Contender.PENGRAD, Measure.UNHEARD)).isLessThan(30);
		assertThat(one(report, name, Contender.PENGRAD, Measure.SILENCE)).isNotNegative();
		assertThat(one(report, name, Contender.PENGRAD, Measure.WITHIN_5S)).isPositive();
	}

	private Settings settings() {
		return Settings.of("folder=" + this.folder, "rounds=1", "scale=0.03");
	}

	private static double one(PriceReport report, String scenario, Contender contender, Measure measure) {
		Optional<Spread> spread = report.figures().spread(scenario, contender.title(), measure);
		return spread.orElseThrow(() -> new AssertionError(contender + " has no " + measure + " in " + scenario))
			.median();
	}

}
