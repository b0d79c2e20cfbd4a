// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.telegramnopool.benchmarks.figures.Figures;
import io.github.telegramnopool.benchmarks.stage.OwnNetwork;
import io.github.telegramnopool.benchmarks.stage.Stage;
import io.netty.handler.ssl.OpenSsl;

/**
 * Entry point. Arguments are those of {@link Settings}.
 * <p>
 * Round after round, each scenario lets all contenders have their turn, so that what else
 * the machine does falls on all of them. If it can, all of it happens in a network
 * namespace of its own.
 */
public final class Price {

	private static final PrintStream OUT = System.out;

	private Price() {
	}

	public static void main(String[] arguments) throws Exception {
		Settings settings = Settings.of(arguments);
		if (!OwnNetwork.isHere()) {
			Optional<Integer> status = OwnNetwork.reenter(Price.class, arguments);
			if (status.isPresent()) {
				System.exit(status.get());
			}
			OUT.println("There is no network of its own: round trips lack TCP's handshake, and ports are not limited");
		}
		List<Scenario> scenarios = Programme.scenarios().stream().filter(settings::isWanted).toList();
		OUT.println(run(settings, scenarios).markdown());
		// Whatever libraries have left behind
		System.exit(0);
	}

	static PriceReport run(Settings settings, List<Scenario> scenarios) throws Exception {
		Path folder = Files.createDirectories(settings.folder()).toAbsolutePath();
		Path rows = folder.resolve("price.jsonl");
		Files.deleteIfExists(rows);
		Figures figures = new Figures(rows);
		Map<String, Object> circumstances = circumstances(settings);
		figures.write(circumstances);
		PriceReport report = new PriceReport(circumstances, scenarios, figures);
		try (Stage stage = new Stage(folder); Troupe troupe = new Troupe(settings, stage)) {
			Run run = new Run(settings, stage, troupe, figures);
			for (int round = 1; round <= settings.rounds(); round++) {
				OUT.printf("Round %d of %d, load %.1f%n", round, settings.rounds(), Run.load());
				for (Scenario scenario : scenarios) {
					measure(scenario, run, round);
				}
				// What there is, should the next round not come to its end
				circumstances.put("end", Instant.now().toString());
				circumstances.put("rounds done", round);
				report.write(folder);
			}
		}
		return report;
	}

	/**
	 * What has not been thought of must not end a run of an hour.
	 */
	private static void measure(Scenario scenario, Run run, int round) throws InterruptedException {
		try {
			scenario.round(run, round);
		}
		catch (InterruptedException ex) {
			throw ex;
		}
		catch (Exception ex) {
			ex.printStackTrace();
			run.missing(scenario, "round " + round, ex);
		}
	}

	private static Map<String, Object> circumstances(Settings settings) throws IOException {
		Map<String, Object> circumstances = new LinkedHashMap<>();
		circumstances.put("begin", Instant.now().toString());
		circumstances.put("rounds", settings.rounds());
		circumstances.put("scale", settings.scale());
		circumstances.put("given to ours", String.join(" ", settings.given()));
		circumstances.put("processors", Runtime.getRuntime().availableProcessors());
		circumstances.put("java", System.getProperty("java.vm.version"));
		circumstances.put("TLS of the server", OpenSsl.isAvailable() ? OpenSsl.versionString() : "JDK");
		circumstances.put("network of its own", OwnNetwork.isHere());
		circumstances.put("load at the begin", Run.load());
		return circumstances;
	}

}
