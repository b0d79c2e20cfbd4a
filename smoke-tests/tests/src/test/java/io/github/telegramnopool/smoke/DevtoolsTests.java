// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.smoke;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.smoke.echo.Application;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A bot that devtools restart in its JVM when one of its classes changes.
 */
@EnabledOnOs(OS.LINUX)
class DevtoolsTests {

	private static final long USER = 42;

	private static final Pattern THREAD = Pattern.compile("(?m)^\"(telegram-[^\"]*)\" (#\\d+)");

	private static final String LOADER = "org.springframework.boot.devtools.restart.classloader.RestartClassLoader";

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final SimulatedBot bot = this.simulator.bot(ChildApplication.BOT);

	private int written;

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void restartsLoseNothingAndLeaveNothingBehind(@TempDir Path folder) throws Exception {
		Path classes = folder.resolve("classes");
		Path changing = copy(Application.class, classes);
		try (ChildApplication child = start(folder, classes)) {
			child.awaitUntil("it has started", (running) -> running.starts() == 1);
			assertThat(threads(child)).containsValue("telegram-poller");
			restart(child, changing, 2);
			int loaders = instances(child, LOADER);
			restart(child, changing, 3);
			assertThat(instances(child, LOADER)).as("Boot itself holds a few, we none").isEqualTo(loaders);
			assertThat(answers()).containsExactlyElementsOf(
					IntStream.rangeClosed(1, this.written).mapToObj((number) -> "You said: " + number).toList());
			assertThat(this.bot.maxPolls()).isEqualTo(1);
		}
	}

	/**
	 * Have it restarted while it is at work, and see nothing of what was before.
	 */
	private void restart(ChildApplication child, Path changing, int starts) throws IOException {
		write();
		child.awaitUntil("the answers", (running) -> answers().size() >= this.written);
		Map<String, String> before = threads(child);
		Files.setLastModifiedTime(changing, FileTime.from(Instant.now().plusSeconds(starts)));
		// While it works, while it ends and while it begins
		child.awaitUntil("it has started again", (running) -> {
			write();
			return running.starts() == starts;
		});
		write();
		child.awaitUntil("all answers", (running) -> answers().size() >= this.written);
		assertThat(threads(child)).containsValue("telegram-poller")
			.doesNotContainKeys(before.keySet().toArray(String[]::new));
		assertThat(instances(child, "io.github.telegramnopool.autoconfigure.TelegramBot")).isEqualTo(1);
	}

	/**
	 * Start the application of a folder of classes, which is what devtools watch.
	 */
	private ChildApplication start(Path folder, Path classes) throws IOException {
		List<String> classPath = new ArrayList<>(Setting.NONE.classPathWithBot());
		classPath.add(0, classes.toString());
		classPath.add(devtools());
		return ChildApplication.start(folder, Application.class, classPath, this.simulator.url(),
				Map.of("SPRING_DEVTOOLS_RESTART_POLLINTERVAL", "200ms", "SPRING_DEVTOOLS_RESTART_QUIETPERIOD", "100ms",
						// Else caches hold what nobody needs until memory is short
						"JAVA_TOOL_OPTIONS", "-XX:SoftRefLRUPolicyMSPerMB=0"),
				List.of());
	}

	private static String devtools() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((jar) -> jar.contains("spring-boot-devtools"))
			.findAny()
			.orElseThrow();
	}

	private static Path copy(Class<?> type, Path classes) throws IOException {
		String file = type.getName().replace('.', '/') + ".class";
		Path copy = classes.resolve(file);
		Files.createDirectories(copy.getParent());
		return Files.copy(Path.of("target", "classes").resolve(file), copy);
	}

	/**
	 * So much that there is always something at work.
	 */
	private void write() {
		for (int i = 0; i < 10; i++) {
			this.written++;
			this.bot.write(USER, Integer.toString(this.written));
		}
	}

	private List<String> answers() {
		return this.bot.transcript(USER)
			.stream()
			.filter((message) -> message.at("/from/is_bot").asBoolean())
			.map((message) -> message.get("text").asString())
			.toList();
	}

	/**
	 * The threads of bots, by numbers that are never given twice.
	 */
	private static Map<String, String> threads(ChildApplication child) {
		Map<String, String> threads = new TreeMap<>();
		THREAD.matcher(child.jcmd("Thread.print"))
			.results()
			.forEach((thread) -> threads.put(thread.group(2), thread.group(1)));
		return threads;
	}

	/**
	 * How many objects of a class there are after a collection of garbage.
	 */
	private static int instances(ChildApplication child, String type) {
		return Pattern.compile("(?m)^ *\\d+: +(\\d+) +\\d+ +" + Pattern.quote(type) + "( |$)")
			.matcher(child.jcmd("GC.class_histogram"))
			.results()
			.mapToInt((line) -> Integer.parseInt(line.group(1)))
			.sum();
	}

}
