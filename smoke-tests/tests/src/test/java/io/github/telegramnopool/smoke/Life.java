// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.smoke;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was seen of an application from its start to its end.
 *
 * @param answers what its bot answered
 * @param ports where it listened
 * @param properties its system properties
 * @param output what it wrote
 * @param end how long it took to end when it was asked to
 * @param exitCode its exit code
 * @param files the files that were left
 */
record Life(List<String> answers, Set<Integer> ports, Properties properties, String output, Duration end, int exitCode,
		List<String> files) {

	private static final Pattern BEANS = Pattern.compile("defining beans \\[([^\\]]*)]");

	private static final long USER = 42;

	static Life withBot(Setting setting, Path folder) throws Exception {
		try (TelegramSimulator simulator = TelegramSimulator.builder().build().start();
				ChildApplication child = start(folder, io.github.telegramnopool.smoke.echo.Application.class,
						setting.classPathWithBot(), simulator)) {
			SimulatedBot bot = simulator.bot(ChildApplication.BOT);
			bot.write(USER, "Hi");
			child.awaitUntil("an answer", (running) -> bot.transcript(USER).size() > 1);
			return see(child, bot);
		}
	}

	/**
	 * The life of one whose starter was removed and whose properties were forgotten.
	 */
	static Life withoutBot(Setting setting, Path folder) throws Exception {
		try (TelegramSimulator simulator = TelegramSimulator.builder().build().start();
				// Without a server and a bot it would end by itself
				ChildApplication child = start(folder, io.github.telegramnopool.smoke.empty.Application.class,
						setting.classPath(), simulator, "--spring.main.keep-alive=true")) {
			return see(child, simulator.bot(ChildApplication.BOT));
		}
	}

	private static ChildApplication start(Path folder, Class<?> main, List<String> jars, TelegramSimulator simulator,
			String... arguments) throws IOException {
		List<String> classPath = new ArrayList<>(jars);
		classPath.add(0, Path.of("target", "classes").toAbsolutePath().toString());
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--debug");
		all.add("--logging.level.org.springframework.beans.factory.support.DefaultListableBeanFactory=trace");
		return ChildApplication.start(folder, main, classPath, simulator.url(), Map.of(), all);
	}

	private static Life see(ChildApplication child, SimulatedBot bot) throws Exception {
		child.awaitUntil("it has started", (running) -> running.starts() == 1);
		Set<Integer> ports = ListeningPorts.of(child.pid());
		Properties properties = new Properties();
		properties.load(new StringReader(child.jcmd("VM.system_properties").replaceFirst(".*\\R", "")));
		Duration end = child.terminate();
		List<String> answers = bot.transcript(USER)
			.stream()
			.skip(1)
			.map((message) -> message.get("text").asString())
			.toList();
		return new Life(answers, ports, properties, child.output(), end, child.exitCode(), child.files());
	}

	ConditionReport conditions() {
		return ConditionReport.of(this.output);
	}

	/**
	 * Names of all beans that were defined.
	 */
	Set<String> beans() {
		Matcher matcher = BEANS.matcher(this.output);
		assertThat(matcher.find()).as("Spring tells the names of beans").isTrue();
		return new TreeSet<>(List.of(matcher.group(1).split(",")));
	}

}
