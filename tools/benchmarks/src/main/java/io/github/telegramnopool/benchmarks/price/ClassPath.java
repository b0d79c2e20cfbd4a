// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Class paths of the processes.
 */
final class ClassPath {

	private static final Path PEER = Path.of("peer", "target");

	/**
	 * What {@code spring-boot-starter} brings along.
	 */
	private static final Predicate<String> OF_BOOT = Pattern
		.compile("^(spring-(boot|boot-autoconfigure|core|context|beans|aop|expression|jcl)-\\d.*"
				+ "|logback-.*|slf4j-api-.*|log4j-.*|jul-to-slf4j-.*|snakeyaml-.*|jakarta\\.annotation-api-.*"
				+ "|commons-logging-.*|micrometer-(commons|observation)-.*|jspecify-.*)$")
		.asPredicate();

	/**
	 * What only those bring along who are compared, and those who compare.
	 */
	private static final Predicate<String> OF_OTHERS = Pattern
		.compile("^(java-telegram-bot-api|okhttp|okio|kotlin|annotations-|gson|telegrambots|jackson-databind-2"
				+ "|jackson-core-2|jackson-datatype|jmh|jopt|commons-(math|lang|io)|telegram-nopool-simulator"
				+ "|netty-pkitesting|bc|.*junit|mockito|assertj|.*-test-).*")
		.asPredicate();

	private ClassPath() {
	}

	/**
	 * That of this process.
	 */
	static String ours() {
		return System.getProperty("java.class.path");
	}

	/**
	 * That of TelegramBots, whose Spring Boot is another one than ours, as its module
	 * tells it.
	 */
	static String telegramBots() {
		try {
			return PEER.resolve("classes").toAbsolutePath() + File.pathSeparator
					+ Files.readString(PEER.resolve("class-path.txt"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"Build the module 'peer' and run in the folder above it: there is no class path of it", ex);
		}
	}

	/**
	 * Spring Boot and nothing else.
	 */
	static String emptyApplication() {
		return filtered((entry) -> isOfPeer(entry) || OF_BOOT.test(name(entry)));
	}

	/**
	 * Spring Boot and what our starter brings along.
	 */
	static String application() {
		return filtered((entry) -> !OF_OTHERS.test(name(entry)) && !entry.contains("telegram-nopool-simulator"));
	}

	private static boolean isOfPeer(String entry) {
		return entry.contains("benchmarks-peer") || entry.contains(PEER.toString());
	}

	private static String filtered(Predicate<String> entries) {
		return Stream.of(ours().split(File.pathSeparator))
			.filter(entries)
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static String name(String entry) {
		return Path.of(entry).getFileName().toString();
	}

}
