// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documentation names what each method does. When this fails, put the lists that it
 * expects into the documentation.
 */
class DocumentedMethodsTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "simulator.md");

	private final BotMethods methods = new BotMethods(ApiSchema.load());

	DocumentedMethodsTests() {
		new ServerMethods(new Sessions(new Timer(Clock.systemUTC()))).registerIn(this.methods);
	}

	@Test
	void listsNameEveryMethod() throws IOException {
		assertThat(Files.readString(DOCUMENT)).contains(list("act", "These %d act:", BotMethods.Named::acts))
			.contains(list("check", "These %d only check their parameters:", (method) -> !method.acts()));
	}

	private String list(String name, String title, Predicate<BotMethods.Named> choice) {
		String names = this.methods.all()
			.stream()
			.filter(choice)
			.map((method) -> "`" + method.name() + "`")
			.collect(Collectors.joining(" "));
		long count = this.methods.all().stream().filter(choice).count();
		return "<!-- methods that " + name + " -->\n" + title.formatted(count) + "\n\n" + wrap(names)
				+ "\n<!-- end -->\n";
	}

	private static String wrap(String names) {
		StringBuilder text = new StringBuilder();
		int column = 0;
		for (String name : names.split(" ")) {
			boolean fits = column + 1 + name.length() <= 130;
			text.append((column == 0) ? "" : fits ? " " : "\n").append(name);
			column = (fits ? column + 1 : 0) + name.length();
		}
		return text.toString();
	}

}
