package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of failures names tests and code that exist, and leaves nothing out.
 */
class FailureTableTests {

	private static final Path ROOT = Path.of("..");

	private static final Pattern ROW = Pattern
		.compile("(?m)^\\| (?<id>F\\d\\d)[ ★]* \\|[^|]*\\|[^|]*\\| (?<tests>[^|]*) \\| (?<code>[^|]*) \\|$");

	private static final Pattern REFERENCE = Pattern.compile("`(?<type>[A-Z]\\w*)#(?<member>\\w+)`");

	private static final int ROWS = 60;

	@Test
	void hasEveryRow() {
		assertThat(rows()).extracting((row) -> row.group("id"))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS).mapToObj("F%02d"::formatted).toList());
	}

	@Test
	void namesTestsThatExist() {
		assertThat(rows()).allSatisfy((row) -> {
			assertThat(references(row.group("tests"))).as(row.group("id")).isNotEmpty().allSatisfy((test) -> {
				assertThat(source("src/test", test.group("type"))).contains("void " + test.group("member") + "(");
			});
		});
	}

	@Test
	void namesCodeThatExists() {
		assertThat(rows()).allSatisfy((row) -> {
			assertThat(references(row.group("code"))).as(row.group("id")).isNotEmpty().allSatisfy((code) -> {
				assertThat(source("src/main", code.group("type"))).containsPattern("\\b" + code.group("member") + "\\b");
			});
		});
	}

	@Test
	void namesTheTestOfEachRow() throws IOException {
		String page = page();
		try (Stream<Path> tests = Files.walk(Path.of("src", "test", "java"))) {
			assertThat(tests.map((test) -> test.getFileName().toString())
				.filter((name) -> name.matches("F\\d\\d\\w*Tests\\.java"))
				.map((name) -> name.replace(".java", "#"))).isNotEmpty().allSatisfy((test) -> {
					assertThat(page).contains("`" + test);
				});
		}
	}

	private static List<Matcher> rows() {
		return matches(ROW, page());
	}

	private static List<Matcher> references(String text) {
		return matches(REFERENCE, text);
	}

	private static List<Matcher> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((result) -> {
			Matcher row = pattern.matcher(result.group());
			assertThat(row.matches()).isTrue();
			return row;
		}).toList();
	}

	private static String page() {
		return read(ROOT.resolve(Path.of("docs", "failures.md")));
	}

	/**
	 * The text of a type, wherever in the project it is.
	 */
	private static String source(String tree, String type) {
		try (Stream<Path> modules = Files.list(ROOT)) {
			List<Path> trees = modules.map((module) -> module.resolve(Path.of(tree, "java")))
				.filter(Files::isDirectory)
				.toList();
			for (Path directory : trees) {
				try (Stream<Path> files = Files.walk(directory)) {
					List<Path> found = files.filter((file) -> file.endsWith(type + ".java")).toList();
					if (!found.isEmpty()) {
						return read(found.get(0));
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		throw new AssertionError("There is no " + type + " in " + tree);
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
