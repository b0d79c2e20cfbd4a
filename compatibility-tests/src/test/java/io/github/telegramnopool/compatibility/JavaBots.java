// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The bots for the JVM, each with its client's own class path.
 */
final class JavaBots {

	private static final Path TELEGRAMBOTS = Path.of("telegrambots", "target");

	private JavaBots() {
	}

	static PeerBot pengrad(String url, String token) throws IOException {
		return run("pengrad", System.getProperty("java.class.path"), PengradBot.class.getName(), url, token);
	}

	static PeerBot telegramBots(String url, String token) throws IOException {
		return run("telegrambots", classPathOfTelegramBots(),
				"io.github.telegramnopool.compatibility.telegrambots.TelegramBotsMain", url, token);
	}

	/**
	 * The bot from which the migration guide for pengrad's library starts.
	 */
	static PeerBot pengradsTea(String url, String token) throws IOException {
		return run("pengrad-tea", System.getProperty("java.class.path"),
				"io.github.telegramnopool.compatibility.pengrad.TeaBotMain", url, token);
	}

	/**
	 * The bot from which the migration guide for TelegramBots starts.
	 */
	static PeerBot telegramBotsTea(String url, String token) throws IOException {
		return run("telegrambots-tea", classPathOfTelegramBots(),
				"io.github.telegramnopool.compatibility.telegrambots.TeaBotMain", url, token);
	}

	private static PeerBot run(String name, String classPath, String program, String url, String token)
			throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return PeerBot.run(name, Path.of("."),
				List.of(java, "-XX:TieredStopAtLevel=1", "-cp", classPath, program, url, token));
	}

	private static String classPathOfTelegramBots() {
		try {
			return TELEGRAMBOTS.resolve("classes").toAbsolutePath() + File.pathSeparator
					+ Files.readString(TELEGRAMBOTS.resolve("class-path.txt"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"Build the module 'telegrambots' and run in the folder above it: there is no class path of it", ex);
		}
	}

}
