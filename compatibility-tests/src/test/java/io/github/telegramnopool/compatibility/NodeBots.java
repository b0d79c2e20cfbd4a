// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The bots for Node.js, beside the clients that npm installs once for all tests.
 */
final class NodeBots implements ExecutionCondition {

	private static final Path SOURCE = Path.of("src", "test", "node");

	private static final Path FOLDER = Path.of("target", "node");

	/**
	 * Start a bot.
	 * @param name name of its file without the extension
	 */
	static PeerBot run(String name, String url, String token) throws IOException {
		return PeerBot.run(name, FOLDER, List.of("node", name + ".mjs", url, token));
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return Installation.RESULT;
	}

	private static ConditionEvaluationResult install() {
		for (String program : List.of("node", "npm")) {
			if (!isOnPath(program)) {
				return ConditionEvaluationResult
					.disabled("There is no '" + program + "' on the PATH: install Node.js 18 or later, with npm");
			}
		}
		try {
			copy();
			Path log = FOLDER.resolve("npm.log");
			return succeeds(log) ? ConditionEvaluationResult.enabled("npm has installed the clients")
					: ConditionEvaluationResult.disabled("npm could not install the clients: see " + log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isOnPath(String program) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program)));
	}

	/**
	 * Modules are looked for beside the program that imports them.
	 */
	private static void copy() throws IOException {
		Files.createDirectories(FOLDER);
		try (Stream<Path> files = Files.list(SOURCE)) {
			for (Path file : files.toList()) {
				Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	private static boolean succeeds(Path log) throws IOException {
		Process npm = new ProcessBuilder("npm", "ci").directory(FOLDER.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			return npm.waitFor(3, TimeUnit.MINUTES) && npm.exitValue() == 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			npm.destroyForcibly();
		}
	}

	/**
	 * Happens with the first test that asks for it.
	 */
	private static final class Installation {

		static final ConditionEvaluationResult RESULT = install();

	}

}
