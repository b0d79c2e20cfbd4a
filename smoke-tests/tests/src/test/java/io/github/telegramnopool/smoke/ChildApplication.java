// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.smoke;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An application in a JVM of its own, with a working directory, a home and a folder for
 * temporary files that nobody else writes to. It is ended with the test.
 */
final class ChildApplication implements AutoCloseable {

	static final String SECRET = "AAFD39kkdpWt3ywyRZergyOLMaJhac60qcX";

	static final long BOT = 4839574812L;

	private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

	private final Process process;

	private final Path folder;

	private final Path output;

	private ChildApplication(Process process, Path folder, Path output) {
		this.process = process;
		this.folder = folder;
		this.output = output;
	}

	/**
	 * Start it with the properties of a bot as environment variables, whether or not
	 * there is anybody to read them.
	 */
	static ChildApplication start(Path folder, Class<?> main, List<String> classPath, URI telegram,
			Map<String, String> environment, List<String> arguments) throws IOException {
		Path own = Files.createDirectories(folder.resolve("own"));
		List<String> command = new ArrayList<>(List.of(JAVA.resolve("java").toString(), "-XX:TieredStopAtLevel=1"));
		command.add("-Duser.home=" + Files.createDirectories(own.resolve("home")));
		command.add("-Djava.io.tmpdir=" + Files.createDirectories(own.resolve("tmp")));
		command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), main.getName()));
		command.addAll(arguments);
		Path output = folder.resolve("output.log");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
		builder.directory(Files.createDirectories(own.resolve("work")).toFile());
		builder.environment().put("TELEGRAM_TOKEN", BOT + ":" + SECRET);
		builder.environment().put("TELEGRAM_BASEURL", telegram.toString());
		builder.environment().put("SERVER_PORT", "0");
		builder.environment().putAll(environment);
		return new ChildApplication(builder.start(), own, output);
	}

	long pid() {
		return this.process.pid();
	}

	String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * How often it has started.
	 */
	int starts() {
		return (int) Pattern.compile("Started Application in").matcher(output()).results().count();
	}

	/**
	 * Wait until it is as it should be.
	 * @throws AssertionError if it is not within a minute, or has ended
	 */
	void awaitUntil(String what, Predicate<ChildApplication> condition) {
		await(what).atMost(Duration.ofMinutes(1)).until(() -> {
			assertThat(this.process.isAlive()).as(() -> "has ended before " + what + ":\n" + output()).isTrue();
			return condition.test(this);
		});
	}

	/**
	 * What the JDK's tool tells of it.
	 */
	String jcmd(String command) {
		try {
			Process tool = new ProcessBuilder(JAVA.resolve("jcmd").toString(), Long.toString(pid()), command)
				.redirectErrorStream(true)
				.start();
			String told = new String(tool.getInputStream().readAllBytes());
			assertThat(tool.waitFor()).as(told).isZero();
			return told;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Ask it to end, as ctrl-C does.
	 * @return how long that took
	 */
	Duration terminate() throws InterruptedException {
		long began = System.nanoTime();
		this.process.destroy();
		assertThat(this.process.waitFor(30, TimeUnit.SECONDS)).as(() -> "goes on:\n" + output()).isTrue();
		return Duration.ofNanos(System.nanoTime() - began);
	}

	int exitCode() {
		return this.process.exitValue();
	}

	/**
	 * What there is in its working directory, its home and its folder for temporary
	 * files.
	 */
	List<String> files() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			return files.map((file) -> this.folder.relativize(file).toString())
				.filter((file) -> file.contains(File.separator))
				.toList();
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
