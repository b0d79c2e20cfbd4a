// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.bots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What {@code docs/several-bots.md} shows is what runs here.
 */
class SeveralBotsGuideTests {

	private static final Path GUIDE = Path.of("..", "docs", "several-bots.md");

	private static final long USER = 42;

	@Test
	void showsTheListener() throws IOException {
		String source = Files.readString(Path.of("src", "test", "java", "io", "github", "telegramnopool", "integration",
				"bots", "SalesBot.java"));
		assertThat(block("java")).isEqualTo(source.substring(source.indexOf("@Component")));
	}

	@Test
	void theApplicationOfTheGuideRuns() throws IOException {
		try (ConfigurableApplicationContext context = start()) {
			TelegramSimulator simulator = context.getBean(TelegramSimulator.class);
			SimulatedBot sales = simulator.bot(id(context, "sales"));
			SimulatedBot support = simulator.bot(id(context, "support"));
			assertThat(sales.id()).isNotEqualTo(support.id());
			sales.write(USER, "/prices");
			await().untilAsserted(
					() -> assertThat(texts(sales, USER)).containsExactly("/prices", "Tea is 3 €, cake is 4 €"));
			sales.write(USER, "/complain cold tea");
			await().untilAsserted(() -> assertThat(texts(sales, USER)).endsWith("They know now"));
			assertThat(texts(support, SupportBot.TEAM)).containsExactly("Somebody says: cold tea");
			support.write(USER, "/prices");
			support.write(USER, "/help");
			await().untilAsserted(
					() -> assertThat(texts(support, USER)).containsExactly("/prices", "/help", "What is the matter?"));
			await().untilAsserted(() -> assertThat(
					context.getBean("salesBlockingTelegramBotApi", BlockingTelegramBotApi.class).getMyCommands())
				.extracting((command) -> command.command())
				.containsExactly("complain", "prices"));
			assertThat(simulator.requests()).filteredOn((request) -> request.method().equals("setMyCommands"))
				.extracting((request) -> request.botId())
				.containsExactly(sales.id());
		}
	}

	private static ConfigurableApplicationContext start() throws IOException {
		List<PropertySource<?>> yaml = new YamlPropertySourceLoader().load("guide",
				new ByteArrayResource(block("yaml").getBytes()));
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.initializers((context) -> yaml.forEach(context.getEnvironment().getPropertySources()::addLast))
			.properties("telegram.simulator.enabled=true", "SALES_TOKEN=1:x", "SUPPORT_TOKEN=2:x",
					"spring.main.register-shutdown-hook=false", "spring.main.banner-mode=off")
			.run();
	}

	private static long id(ConfigurableApplicationContext context, String bot) {
		return context.getBean(bot + "BlockingTelegramBotApi", BlockingTelegramBotApi.class).getMe().id();
	}

	private static List<String> texts(SimulatedBot bot, long chat) {
		return bot.transcript(chat).stream().map((message) -> message.path("text").asString("")).toList();
	}

	private static String block(String language) throws IOException {
		Matcher matcher = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(Files.readString(GUIDE));
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ SalesBot.class, SupportBot.class })
	static class Application {

	}

}
