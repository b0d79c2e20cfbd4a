// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code of the README is the one that is compiled and tested here.
 */
class ReadmeTests {

	private static final Pattern SECTION = Pattern.compile("(?ms)^## Ten common things\n(.*?)^## ");

	private static final Pattern THING = Pattern.compile("(?ms)^### [^\n]+\n\n```java\n(.*?)^```$");

	@Test
	void showsTheBotOfTheSample() throws IOException {
		String source = source("EchoBot");
		String bot = source.substring(source.indexOf("@Component"));
		assertThat(readme()).contains("```java\n" + bot + "```");
	}

	@Test
	void showsTheTestOfTheSample() throws IOException {
		String source = Files.readString(folder("test").resolve("EchoBotTests.java"));
		String test = source.substring(source.indexOf("@TelegramBotTest"));
		assertThat(readme()).contains("```java\n" + test + "```");
	}

	@Test
	void showsTheTenCommonThingsOfTheSample() throws IOException {
		String source = source("CommonThings");
		List<String> sections = SECTION.matcher(readme()).results().map(MatchResult::group).toList();
		assertThat(sections).hasSize(1);
		List<String> things = THING.matcher(sections.get(0)).results().map((thing) -> thing.group(1)).toList();
		assertThat(things).hasSize(10);
		// Members of a class there, at the margin here
		assertThat(things).map((thing) -> thing.replaceAll("(?m)^(?=.)", "\t")).allSatisfy((thing) -> {
			assertThat(thing).isNotBlank();
			assertThat(source).contains(thing);
		});
	}

	private static String readme() throws IOException {
		return Files.readString(Path.of("..", "README.md"));
	}

	private static String source(String type) throws IOException {
		return Files.readString(folder("main").resolve(type + ".java"));
	}

	private static Path folder(String kind) {
		return Path.of("src", kind, "java", "io", "github", "telegramnopool", "sample");
	}

}
