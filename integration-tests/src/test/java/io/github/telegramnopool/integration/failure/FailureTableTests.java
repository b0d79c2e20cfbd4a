// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/failures.md} names tests and code that exist, and leaves nothing out.
 */
class FailureTableTests {

	private static final Path ROOT = Path.of("..");

	private static final Path PAGE = ROOT.resolve(Path.of("docs", "failures.md"));

	private static final int ROWS = 60;

	private static final Pattern ROW = Pattern
		.compile("(?m)^\\| (F\\d\\d)[ ★]* \\|[^|]*\\|[^|]*\\| ([^|]*) \\| ([^|]*) \\|$");

	/**
	 * Where two types have the same name, the end of the package is told too.
	 */
	private static final Pattern REFERENCE = Pattern.compile("`((?:[a-z]+\\.)*[A-Z]\\w*)#(\\w+)`");

	@Test
	void hasEveryRow() {
		assertThat(rows()).extracting(Row::id)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS).mapToObj("F%02d"::formatted).toList());
	}

	@Test
	void eachRowBeginsWithATestOfItsOwn() {
		assertThat(rows()).filteredOn((row) -> !row.tests().startsWith("`" + row.id())).isEmpty();
	}

	@Test
	void eachRowNamesCode() {
		assertThat(rows()).filteredOn((row) -> references(row.code()).isEmpty()).isEmpty();
	}

	@Test
	void namesTestsThatExist() {
		List<Path> sources = sources(Path.of("src", "test", "java"));
		assertThat(rows().stream().flatMap((row) -> references(row.tests()).stream()))
			.filteredOn((test) -> !test.isIn(sources, "\\bvoid " + test.member() + "\\("))
			.isEmpty();
	}

	@Test
	void namesCodeThatExists() {
		List<Path> sources = sources(Path.of("src", "main", "java"));
		assertThat(rows().stream().flatMap((row) -> references(row.code()).stream()))
			.filteredOn((code) -> !code.isIn(sources, "\\b" + code.member() + "\\b"))
			.isEmpty();
	}

	@Test
	void leavesOutNoTestOfARow() {
		String page = read(PAGE);
		assertThat(files(Path.of("src", "test", "java")).map((test) -> test.getFileName().toString())
			.filter((name) -> name.matches("F\\d\\d\\w*Tests\\.java"))
			.map((name) -> name.replace(".java", "#"))).isNotEmpty()
			.filteredOn((test) -> !page.contains("`" + test))
			.isEmpty();
	}

	private static List<Row> rows() {
		return ROW.matcher(read(PAGE))
			.results()
			.map((row) -> new Row(row.group(1), row.group(2), row.group(3)))
			.toList();
	}

	private static List<Reference> references(String cell) {
		return REFERENCE.matcher(cell).results().map(Reference::of).toList();
	}

	/**
	 * The sources of all modules.
	 */
	private static List<Path> sources(Path tree) {
		try (Stream<Path> modules = Files.list(ROOT)) {
			return modules.map((module) -> module.resolve(tree))
				.filter(Files::isDirectory)
				.flatMap(FailureTableTests::files)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Path> files(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Row(String id, String tests, String code) {

	}

	private record Reference(String type, String member) {

		static Reference of(MatchResult match) {
			return new Reference(match.group(1), match.group(2));
		}

		/**
		 * Whether one type of that name, and no more, has such a member.
		 */
		boolean isIn(List<Path> sources, String member) {
			Path name = Path.of(this.type.replace('.', '/') + ".java");
			List<Path> found = sources.stream().filter((source) -> source.endsWith(name)).toList();
			return found.size() == 1 && Pattern.compile(member).matcher(read(found.get(0))).find();
		}

	}

}
