// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/behind-a-proxy.md} quotes what the bot says, and shows properties that
 * there are.
 */
class ProxyGuideTests {

	private static final Page GUIDE = Page.of("docs", "behind-a-proxy.md");

	/**
	 * The first cell of a row.
	 */
	private static final Pattern MESSAGE = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

	@Test
	void quotesMessagesOfTheCode() {
		Messages code = Messages.ofTheCode();
		List<String> messages = GUIDE.find(MESSAGE).stream().map((message) -> message.group(1)).toList();
		assertThat(messages).hasSizeGreaterThan(30).filteredOn((message) -> !code.contain(message)).isEmpty();
	}

	@Test
	void explainsWhatProxiesWereSeenToAnswer() {
		List<String> quoted = GUIDE.find(MESSAGE).stream().map((message) -> words(message.group(1))).toList();
		Pattern failure = Pattern.compile("\\((?:PROXY|TLS)\\), ([^|]+?) \\|");
		List<String> seen = Page.of("docs", "proxies.md")
			.find(failure)
			.stream()
			.map((cell) -> cell.group(1))
			.distinct()
			.toList();
		assertThat(seen).hasSizeGreaterThan(10)
			.filteredOn((cell) -> quoted.stream().noneMatch((message) -> Pattern.compile(message).matcher(cell).find()))
			.isEmpty();
	}

	/**
	 * A quoted message as a pattern.
	 */
	private static String words(String message) {
		return String.join(".+", Arrays.stream(message.split("…")).map(Pattern::quote).toList());
	}

	@Test
	void showsPropertiesThatThereAre() {
		BotProperties known = BotProperties.load();
		assertThat(GUIDE.code("yaml").stream().flatMap(ProxyGuideTests::properties)).hasSizeGreaterThan(10)
			.filteredOn((property) -> property.startsWith("telegram."))
			.filteredOn((property) -> !known.contain(property))
			.isEmpty();
	}

	private static Stream<String> properties(String yaml) {
		try {
			return new YamlPropertySourceLoader()
				.load("guide", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
				.stream()
				.flatMap(ProxyGuideTests::names);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(yaml, ex);
		}
	}

	private static Stream<String> names(PropertySource<?> source) {
		return Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames());
	}

}
