// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.telegramnopool.management.ManagedBot;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The settings that operators see are those that there are.
 */
class SettingsViewTests {

	/**
	 * Secrets, what is shown as routes, and what is seen by the bot's being there.
	 */
	private static final List<String> NOT_SHOWN = List.of("enabled", "token", "ssl.bundle", "proxy.url", "proxy.type",
			"proxy.host", "proxy.port", "proxy.username", "proxy.password", "proxy.fallbacks", "proxy.use-system");

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, TelegramAutoConfiguration.class))
		.withPropertyValues("telegram.token=4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcX");

	@Test
	void showsEverySetting() {
		this.application.run((context) -> assertThat(context.getBean(ManagedBot.class).settings().keySet())
			.containsAll(properties(TelegramProperties.class, "").filter((name) -> !NOT_SHOWN.contains(name)).toList())
			.doesNotContainAnyElementsOf(NOT_SHOWN));
	}

	@Test
	void showsWhatIsInForce() {
		this.application
			.withPropertyValues("telegram.dispatch.shutdown-timeout=7s", "telegram.commands.publish=true",
					"telegram.http.hedge-after=0")
			.run((context) -> assertThat(context.getBean(ManagedBot.class).settings())
				.containsAllEntriesOf(Map.of("dispatch.shutdown-timeout", "PT7S", "commands.publish", true,
						"http.hedge-after", "PT0S", "dispatch.transactional", false, "http.call-timeout", "PT1M")));
	}

	private static Stream<String> properties(Class<?> type, String prefix) {
		return Stream.of(type.getDeclaredFields()).flatMap((field) -> {
			String name = prefix + dashed(field);
			return isGroup(field.getType()) ? properties(field.getType(), name + ".") : Stream.of(name);
		});
	}

	private static boolean isGroup(Class<?> type) {
		return type.getPackage() == TelegramProperties.class.getPackage() && !type.isEnum();
	}

	private static String dashed(Field field) {
		return field.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

}
