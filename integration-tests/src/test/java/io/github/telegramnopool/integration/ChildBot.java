// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A bot in a JVM of its own, which is ended with the test.
 */
public final class ChildBot implements AutoCloseable {

	private final Process process;

	private final Path output;

	private ChildBot(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	public static ChildBot run(Path directory, Class<?> application, Map<String, ?> properties, String... options)
			throws IOException {
		return run(List.of(), directory, application, properties, options);
	}

	/**
	 * Run it with a number of file descriptors at most.
	 */
	public static ChildBot runLimited(int descriptors, Path directory, Class<?> application, Map<String, ?> properties)
			throws IOException {
		return run(List.of("sh", "-c", "ulimit -n " + descriptors + " && exec \"$0\" \"$@\""), directory, application,
				properties);
	}

	private static ChildBot run(List<String> launcher, Path directory, Class<?> application, Map<String, ?> properties,
			String... options) throws IOException {
		Path output = Files.createTempFile(directory, "bot", ".log");
		// Properties hold a certificate of many lines, and no secret belongs on a command
		// line
		Path configuration = Files.createTempFile(directory, "bot", ".properties");
		List<String> lines = new ArrayList<>();
		properties.forEach((name, value) -> lines.add(name + "=" + value.toString().replace("\n", "\\n")));
		Files.write(configuration, lines);
		List<String> command = new ArrayList<>(launcher);
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-XX:TieredStopAtLevel=1",
				application.getName(), "--spring.config.location=file:" + configuration));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		return new ChildBot(process, output);
	}

	public long pid() {
		return this.process.pid();
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	public String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Ask it to end, as ctrl-C does.
	 * @return the time that it took
	 */
	public Duration terminate() throws InterruptedException {
		long began = System.nanoTime();
		this.process.destroy();
		this.process.waitFor(30, TimeUnit.SECONDS);
		return Duration.ofNanos(System.nanoTime() - began);
	}

	/**
	 * End it as a power failure does.
	 */
	public void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
