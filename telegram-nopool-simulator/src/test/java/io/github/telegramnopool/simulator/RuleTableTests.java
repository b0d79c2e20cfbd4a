// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/simulator-rules.md} names tests that exist, and a source for each rule.
 */
class RuleTableTests {

	private static final Path PAGE = Path.of("..", "docs", "simulator-rules.md");

	private static final Path TESTS = Path.of("src", "test", "java", "io", "github", "telegramnopool", "simulator");

	private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!rule |---)(.*)\\|$");

	private static final Pattern REFERENCE = Pattern.compile("`([A-Z]\\w*)#(\\w+)`");

	@Test
	void eachRuleHasASourceAndATest() {
		assertThat(rows()).hasSizeGreaterThan(70).allSatisfy((row) -> {
			List<String> cells = List.of(row.split(" \\| "));
			assertThat(cells).as(row).hasSize(3).noneMatch(String::isBlank);
			assertThat(REFERENCE.matcher(cells.get(2)).find()).as(row).isTrue();
		});
	}

	@Test
	void namesTestsThatExist() {
		List<String> missing = rows().stream()
			.flatMap((row) -> REFERENCE.matcher(row).results())
			.filter((reference) -> !hasTest(reference.group(1), reference.group(2)))
			.map((reference) -> reference.group(1) + "#" + reference.group(2))
			.toList();
		assertThat(missing).isEmpty();
	}

	private static boolean hasTest(String type, String method) {
		Path source = TESTS.resolve(type + ".java");
		return Files.exists(source) && Pattern.compile("\\bvoid " + method + "\\(").matcher(read(source)).find();
	}

	private static List<String> rows() {
		return ROW.matcher(read(PAGE)).results().map((row) -> row.group(1).strip()).toList();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
