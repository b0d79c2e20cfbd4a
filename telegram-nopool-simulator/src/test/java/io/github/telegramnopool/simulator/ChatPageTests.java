// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the page is made of. That it works is tested with a browser, beside the sample.
 */
class ChatPageTests {

	private static final Path FOLDER = Path.of("src/main/resources/io/github/telegramnopool/simulator/page");

	private static final Pattern KEY = Pattern.compile("(?m)^\t'([\\w-]+)': '");

	private static final Pattern USE = Pattern.compile("word\\('([\\w-]+)'|data-(?:word|label)=\"([\\w-]+)\"");

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void servesEveryFileOfItsFolderAndNothingElse() throws IOException {
		for (String file : files()) {
			HttpResponse<String> answer = this.calls.get("/" + file);
			assertThat(answer.statusCode()).as(file).isEqualTo(200);
			assertThat(answer.body()).isEqualTo(read(file));
			assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/");
		}
		for (String path : List.of("/../page/app.js", "/page/app.js", "/app.js/", "/schema.json", "/favicon.ico")) {
			assertThat(this.calls.get(path).statusCode()).as(path).isEqualTo(404);
		}
	}

	@Test
	void takesNothingFromElsewhereAndMakesNoMarkupOfMessages() throws IOException {
		for (String file : files()) {
			assertThat(read(file)).as(file)
				.doesNotContain("innerHTML")
				.doesNotContain("outerHTML")
				.doesNotContain("insertAdjacentHTML")
				.doesNotContain("eval(")
				.doesNotContainPattern("(src|href)=\"(https?:)?//")
				.doesNotContainPattern("(from|import\\()\\s*'(https?:)?//")
				.doesNotContainPattern("url\\((?!data:)");
		}
	}

	@Test
	void saysEverythingInBothLanguages() throws IOException {
		Set<String> english = found(KEY, "words-en.js");
		assertThat(found(KEY, "words-zh.js")).isEqualTo(english).isNotEmpty();
		for (String file : files()) {
			assertThat(english).as(file).containsAll(found(USE, file));
		}
	}

	@Test
	void hasWordsForEveryFault() throws IOException {
		Set<String> english = found(KEY, "words-en.js");
		for (NamedFault fault : NamedFault.values()) {
			assertThat(english).contains("fault-" + fault, "fault-note-" + fault);
		}
	}

	private static Set<String> found(Pattern pattern, String file) throws IOException {
		return pattern.matcher(read(file))
			.results()
			.map(ChatPageTests::group)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String group(MatchResult match) {
		return Stream.of(1, 2)
			.filter((group) -> group <= match.groupCount() && match.group(group) != null)
			.map(match::group)
			.findFirst()
			.orElseThrow();
	}

	private static List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	private static String read(String file) throws IOException {
		return Files.readString(FOLDER.resolve(file));
	}

}
