package io.github.telegramnopool.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bot of the README is the one that is compiled and tested here.
 */
class ReadmeTests {

	@Test
	void showsTheBotOfTheSample() throws IOException {
		String readme = Files.readString(Path.of("..", "README.md"));
		String source = Files
			.readString(Path.of("src", "main", "java", "io", "github", "telegramnopool", "sample", "EchoBot.java"));
		String bot = source.substring(source.indexOf("@Component"));
		assertThat(readme).contains("```java\n" + bot + "```");
	}

}
