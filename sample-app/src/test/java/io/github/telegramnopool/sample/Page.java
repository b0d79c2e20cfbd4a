// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A page of the documentation, for tests that compare it with something.
 *
 * @param text what is written on it
 */
record Page(String text) {

	private static final Path ROOT = Path.of("..");

	/**
	 * Indented where it belongs to an item of a list.
	 */
	private static final Pattern CODE = Pattern.compile("(?ms)^( *)```(\\w*)\n(.*?)^\\1```$");

	private static final Pattern HEADING = Pattern.compile("(?m)^(#+) (.+)$");

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

	static Page of(String... path) {
		return new Page(read(ROOT.resolve(Path.of("", path))));
	}

	/**
	 * All of its code, in order.
	 */
	List<String> code() {
		return CODE.matcher(this.text).results().map((code) -> code.group(3)).toList();
	}

	/**
	 * Its code in one language, at the margin.
	 */
	List<String> code(String language) {
		return CODE.matcher(this.text)
			.results()
			.filter((code) -> code.group(2).equals(language))
			.map((code) -> code.group(3).replaceAll("(?m)^" + code.group(1), ""))
			.toList();
	}

	/**
	 * What is left without code, in which nothing is a heading or a link.
	 */
	Page prose() {
		return new Page(CODE.matcher(this.text).replaceAll(""));
	}

	List<Integer> levels() {
		return HEADING.matcher(prose().text).results().map((heading) -> heading.group(1).length()).toList();
	}

	List<String> headings() {
		return HEADING.matcher(prose().text).results().map((heading) -> heading.group(2)).toList();
	}

	List<String> links() {
		return LINK.matcher(prose().text).results().map((link) -> link.group(1)).toList();
	}

	List<MatchResult> find(Pattern pattern) {
		return pattern.matcher(this.text).results().toList();
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
