// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.sidebyside;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library with its timeouts: what is compared.
 */
enum Contestant {

	NOPOOL("telegram-nopool", NopoolBot.class.getName(), false, "telegram-nopool-autoconfigure"),

	TELEGRAM_BOTS("TelegramBots' starter", TelegramBots.MAIN_CLASS, false, TelegramBots.ARTIFACT),

	TELEGRAM_BOTS_SANE("TelegramBots' starter, sane timeouts", TelegramBots.MAIN_CLASS, true, TelegramBots.ARTIFACT),

	PENGRAD("pengrad's library", PengradBot.class.getName(), false, "java-telegram-bot-api"),

	PENGRAD_SANE("pengrad's library, sane timeouts", PengradBot.class.getName(), true, "java-telegram-bot-api");

	private final String title;

	private final String mainClass;

	private final boolean sane;

	private final String artifact;

	Contestant(String title, String mainClass, boolean sane, String artifact) {
		this.title = title;
		this.mainClass = mainClass;
		this.sane = sane;
		this.artifact = artifact;
	}

	String title() {
		return this.title;
	}

	String mainClass() {
		return this.mainClass;
	}

	boolean isSane() {
		return this.sane;
	}

	String classPath() {
		return this.mainClass.equals(TelegramBots.MAIN_CLASS) ? TelegramBots.classPath()
				: System.getProperty("java.class.path");
	}

	/**
	 * Version of the library, as its jar's name has it.
	 */
	String version() {
		Matcher matcher = Pattern.compile(Pattern.quote(this.artifact) + "-(\\d[\\w.-]*?)\\.jar").matcher(classPath());
		return matcher.find() ? matcher.group(1) : "of this build";
	}

	/**
	 * Its Spring Boot is another one than ours, so it has a class path of its own, which
	 * its module tells.
	 */
	private static final class TelegramBots {

		static final String MAIN_CLASS = "io.github.telegramnopool.benchmarks.bot.TelegramBotsBot";

		static final String ARTIFACT = "telegrambots-springboot-longpolling-starter";

		private static final Path MODULE = Path.of("peer", "target");

		static String classPath() {
			try {
				return MODULE.resolve("classes").toAbsolutePath() + File.pathSeparator
						+ Files.readString(MODULE.resolve("class-path.txt"));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(
						"Build the module 'peer' and run in the folder above it: there is no class path of it", ex);
			}
		}

	}

}
