// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code of the migration guides is compiled: it is that of the bots which hold the
 * guides' conversation in tests.
 */
class MigrationGuideTests {

	private static final Pattern PROPERTY = Pattern.compile("\\btelegram\\.[a-z-]+\\.[a-z-]+\\b(?!\\.)");

	@ParameterizedTest
	@EnumSource
	void showsTheBotBefore(Guide guide) {
		List<String> before = guide.page().code(guide.language);
		assertThat(before).isNotEmpty();
		assertThat(Page.read(guide.before)).endsWith(before.get(0));
	}

	@ParameterizedTest
	@EnumSource
	void showsTheBotAfterAndItsTest(Guide guide) {
		Path folder = Path.of("src", "test", "java", "io", "github", "telegramnopool", "migration");
		List<String> java = guide.page().code("java");
		assertThat(java.get(java.size() - 2)).startsWith("@Component");
		assertThat(Page.read(folder.resolve("TeaBot.java"))).endsWith(java.get(java.size() - 2));
		assertThat(java.get(java.size() - 1)).startsWith("@TelegramBotTest");
		assertThat(Page.read(folder.resolve("TeaBotTests.java"))).endsWith(java.get(java.size() - 1));
	}

	@ParameterizedTest
	@EnumSource
	void namesPropertiesThatThereAre(Guide guide) {
		BotProperties known = BotProperties.load();
		assertThat(guide.page().prose().find(PROPERTY)).isNotEmpty()
			.extracting((property) -> property.group())
			.filteredOn((property) -> !known.contain(property))
			.isEmpty();
	}

	@Test
	void haveTheSameHeadings() {
		assertThat(Guide.values()).extracting((guide) -> guide.page().headings().subList(1, 6))
			.containsOnly(List.of("Before", "After", "What is called how", "What changes", "The day of the change"));
	}

	enum Guide {

		TELEGRAMBOTS("java",
				"telegrambots/src/main/java/io/github/telegramnopool/compatibility/telegrambots/TeaBot.java"),

		PENGRAD("java", "src/test/java/io/github/telegramnopool/compatibility/pengrad/TeaBot.java"),

		PYTHON_TELEGRAM_BOT("python", "src/test/python/tea_bot.py");

		private final String language;

		private final Path before;

		Guide(String language, String before) {
			this.language = language;
			this.before = Path.of("..", "compatibility-tests").resolve(before);
		}

		Page page() {
			return Page.of("docs", "migrating-from-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md");
		}

	}

}
