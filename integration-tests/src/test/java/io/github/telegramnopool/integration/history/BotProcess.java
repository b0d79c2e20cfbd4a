// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One life of a bot: a JVM with 128 MB of heap that may open 256 files.
 */
final class BotProcess {

	private static final int FILES = 256;

	/**
	 * What no bot in production has on its class path, each an open file.
	 */
	private static final List<String> ONLY_FOR_TESTS = List.of("testcontainers", "docker-java", "junit", "assertj",
			"mockito", "byte-buddy", "hamcrest", "json-path", "xmlunit", "jsonassert", "commons-compress", "tomcat",
			"console");

	private final Process process;

	private BotProcess(Process process) {
		this.process = process;
	}

	/**
	 * Launch a bot. Secrets go into its environment, so that no file has them.
	 */
	static BotProcess launch(Path directory, String name, Map<String, String> secrets, List<String> arguments) {
		List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -n " + FILES + "; exec \"$@\"", "bash"));
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-cp", classPath(),
				RecordingBot.class.getName()));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve(name + ".out").toFile()));
		builder.environment().putAll(secrets);
		try {
			return new BotProcess(builder.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> ONLY_FOR_TESTS.stream().noneMatch(Path.of(entry).getFileName().toString()::contains))
			.map((entry) -> Path.of(entry).toAbsolutePath().toString())
			.collect(Collectors.joining(File.pathSeparator));
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	int exitCode() {
		return this.process.exitValue();
	}

	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	/**
	 * Ask it to end, as an orchestrator does.
	 * @return whether it has ended within half a minute
	 */
	boolean terminate() throws InterruptedException {
		this.process.destroy();
		return this.process.waitFor(30, TimeUnit.SECONDS);
	}

	void suspend() throws InterruptedException {
		signal("STOP");
	}

	void resume() throws InterruptedException {
		signal("CONT");
	}

	private void signal(String signal) throws InterruptedException {
		try {
			new ProcessBuilder("kill", "-" + signal, String.valueOf(this.process.pid())).start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
