// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the code can say: the texts in its sources, file by file.
 */
final class Messages {

	private static final Path SOURCES = Path.of("..", "telegram-nopool-autoconfigure", "src", "main", "java");

	private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

	/**
	 * Where a text goes on in the next line.
	 */
	private static final Pattern SEAM = Pattern.compile("\"\\s*\\+\\s*\"");

	/**
	 * What stands for something that differs.
	 */
	private static final Pattern GAP = Pattern.compile("…|%[sd]");

	private static final Pattern MARGIN = Pattern.compile("^[\\s:,.]+|[\\s:,.]+$");

	/**
	 * How long a text has to be for a message to be put together from it.
	 */
	private static final int WORD = 4;

	private static final int TELLING = 12;

	private final List<List<String>> files;

	private Messages(List<List<String>> files) {
		this.files = files;
	}

	static Messages ofTheCode() {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return new Messages(
					files.filter((file) -> file.toString().endsWith(".java")).map(Messages::texts).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> texts(Path file) {
		String source = SEAM.matcher(Page.read(file)).replaceAll("");
		return TEXT.matcher(source).results().map((text) -> text.group(1)).flatMap(Messages::pieces).toList();
	}

	private static Stream<String> pieces(String text) {
		return Arrays.stream(GAP.split(text)).map(Messages::trim).filter((piece) -> !piece.isEmpty());
	}

	private static String trim(String text) {
		return MARGIN.matcher(text).replaceAll("");
	}

	/**
	 * Whether one class has all pieces of a message, and enough of them to tell it from
	 * others.
	 * @param message the message, with {@code …} for what differs
	 */
	boolean contain(String message) {
		List<String> pieces = pieces(message).toList();
		return pieces.stream().anyMatch((piece) -> piece.length() >= TELLING)
				&& this.files.stream().anyMatch((texts) -> pieces.stream().allMatch((piece) -> isIn(texts, piece)));
	}

	/**
	 * Whether a text has it, or several one after the other.
	 */
	private static boolean isIn(List<String> texts, String piece) {
		return texts.stream().anyMatch((text) -> text.contains(piece)) || texts.stream()
			.filter((text) -> text.length() >= WORD && piece.startsWith(text))
			.anyMatch((text) -> isIn(texts, trim(piece.substring(text.length()))));
	}

}
