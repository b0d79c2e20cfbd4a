// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two bots under faults for hours, of the profile {@code soak}. Records, compressed
 * history and summary stay in a directory of their own.
 */
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "soak", matches = "true")
class SoakTests {

	@Test
	void staysTrueAndFlatForHours() throws Exception {
		RunSettings settings = RunSettings.of("soak", new RunSettings(ThreadLocalRandom.current().nextLong(1_000_000),
				1_000_000, Duration.ofDays(7), 50, 10, Duration.ofSeconds(180), Duration.ofSeconds(30)));
		Instant start = now();
		Path directory = Path.of(System.getProperty("soak.directory", "target/soak"), start.toString().replace(":", ""))
			.toAbsolutePath();
		Files.createDirectories(directory);
		System.out.println("Soak begins at " + start + " with " + settings + " in " + directory);
		HistoryRun run = new HistoryRun(directory, settings);
		run.run();
		List<String> verdict = judge(run, directory);
		String summary = "start %s%nend %s%n%s%n%sviolations: %d%n%s".formatted(start, now(), settings, figures(run),
				verdict.size(), String.join("\n", verdict));
		System.out.println(summary);
		Files.writeString(directory.resolve("summary.txt"), summary);
		outline(run, directory.resolve("outline.txt.gz"));
		compress(run.files());
		assertThat(verdict).as("seed %d, records in %s", settings.seed(), directory).isEmpty();
	}

	private static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.SECONDS);
	}

	private static List<String> judge(HistoryRun run, Path directory) {
		List<String> verdict = new ArrayList<>(Checker.check(run.files()));
		MemoryFlat memory = new MemoryFlat();
		History.read(run.files(), memory::see);
		memory.end();
		verdict.addAll(memory.violations());
		verdict.addAll(new SecretsNowhere(HistoryRun.secrets()).check(directory));
		return verdict;
	}

	private static String figures(HistoryRun run) {
		Figures figures = new Figures();
		History.read(run.files(), figures);
		return figures.print();
	}

	/**
	 * What is small enough to be kept for good: lives, faults and samples.
	 */
	private static void outline(HistoryRun run, Path file) throws IOException {
		Set<Event.Kind> kinds = EnumSet.of(Event.Kind.LAUNCHED, Event.Kind.GONE, Event.Kind.FAULT, Event.Kind.SAMPLED,
				Event.Kind.LEFT);
		try (PrintStream out = new PrintStream(new GZIPOutputStream(Files.newOutputStream(file)), false,
				StandardCharsets.UTF_8)) {
			History.read(run.files(), (event) -> {
				if (kinds.contains(event.kind())) {
					out.println(event.line());
				}
			});
		}
	}

	private static void compress(List<Path> files) throws IOException {
		for (Path file : files) {
			try (InputStream in = Files.newInputStream(file);
					OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(file + ".gz")))) {
				in.transferTo(out);
			}
			Files.delete(file);
		}
	}

}
