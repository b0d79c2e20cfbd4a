// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.github.telegramnopool.autoconfigure.management.TelegramSanitizerAutoConfiguration;
import io.github.telegramnopool.transport.TransportFixtures;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport.ConditionAndOutcomes;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code --debug} tells of each of our auto-configurations: what is there or not,
 * and why.
 */
@Timeout(60)
class ConditionReportTests {

	private static final String ROOT = "io.github.telegramnopool.";

	private static final Class<?>[] OURS = ImportCandidates.load(AutoConfiguration.class, null)
		.getCandidates()
		.stream()
		.filter((name) -> name.startsWith(ROOT))
		.map((name) -> ClassUtils.resolveClassName(name, null))
		.toArray(Class<?>[]::new);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(OURS))
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class));

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					telegram.token=T                                        | + | is the only one, as 'telegram.bots' names no other
					telegram.bots.default.token=T                           | + | is named by 'telegram.bots.default'
					telegram.token=T,telegram.bots.sales.token=S            | + | has a token of its own in 'telegram.token'
					telegram.bots.sales.token=S                             | - | is not there, as 'telegram.bots' names others, and neither 'telegram.token' nor 'telegram.bots.default' is set
					telegram.token=T,telegram.bots.default.enabled=false    | - | is switched off by 'telegram.bots.default.enabled'
					""")
	void tellsOfTheDefaultBot(String properties, @Nullable String match, String reason) {
		run(properties).run((context) -> {
			assertThat(context).hasNotFailed();
			ConditionAndOutcomes outcomes = outcomes(context).get("DefaultBotConfiguration");
			assertThat(outcomes.isFullMatch()).isEqualTo(match != null);
			assertThat(messages(outcomes)).containsExactly("Default Telegram bot " + reason);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					telegram.enabled=false                               | TelegramAutoConfiguration                  | property 'telegram.enabled'
					telegram.enabled=false                               | TelegramHealthContributorAutoConfiguration | beans of type io.github.telegramnopool.management.ManagedBot
					telegram.enabled=false                               | TelegramMetricsAutoConfiguration           | property 'telegram.enabled'
					telegram.enabled=false                               | TelegramObservationAutoConfiguration       | property 'telegram.enabled'
					telegram.token=T,management.health.telegram.enabled=false | TelegramHealthContributorAutoConfiguration | management.health.telegram.enabled is false
					telegram.token=T,management.info.telegram.enabled=false   | TelegramInfoContributorAutoConfiguration   | management.info.telegram.enabled is false
					telegram.token=T,management.endpoint.telegram.access=NONE | TelegramEndpointAutoConfiguration     | the configured access for endpoint 'telegram' is NONE
					telegram.token=T                                     | TelegramEndpointAutoConfiguration          | @ConditionalOnAvailableEndpoint not exposed
					""")
	void tellsWhatSwitchedItOff(String properties, String part, String reason) {
		run(properties).withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> assertMissing(context, part, reason));
	}

	@ParameterizedTest
	@ValueSource(classes = { HealthContributor.class, Endpoint.class, InfoContributor.class, SanitizingFunction.class,
			MeterRegistry.class, ObservationRegistry.class })
	void tellsWhichClassIsMissing(Class<?> missing) {
		run("telegram.token=T").withClassLoader(new FilteredClassLoader(missing)).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(outcomes(context).values().stream().filter((outcomes) -> !outcomes.isFullMatch()))
				.flatMap(ConditionReportTests::messages)
				.anyMatch(
						(message) -> message.matches(".*did not find required class.* '" + missing.getName() + "'.*"));
		});
	}

	@Test
	void tellsWhichBeanIsMissing() {
		run("telegram.token=T").run((context) -> {
			assertMissing(context, "TelegramMetricsAutoConfiguration", MeterRegistry.class.getName());
			assertMissing(context, "TelegramObservationAutoConfiguration", ObservationRegistry.class.getName());
		});
	}

	/**
	 * In words, with the name of a property, a class or a bean. Boot has no more words
	 * for what is not exposed.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "telegram.token=T", "telegram.enabled=false", "telegram.bots.sales.token=S" })
	void givesAReasonForEachCondition(String properties) {
		run(properties).run((context) -> {
			Map<String, ConditionAndOutcomes> outcomes = outcomes(context);
			assertThat(outcomes).containsKeys(names());
			assertThat(outcomes.values()).flatMap(ConditionReportTests::messages)
				.hasSizeGreaterThan(12)
				.allSatisfy((message) -> assertThat(message).containsPattern("\\w+\\.\\w+|telegram|not exposed"));
		});
	}

	@Test
	void knowsTheAutoConfigurations() {
		assertThat(OURS).contains(TelegramAutoConfiguration.class, TelegramSanitizerAutoConfiguration.class)
			.hasSizeGreaterThan(6);
	}

	private static void assertMissing(AssertableApplicationContext context, String part, String reason) {
		ConditionAndOutcomes outcomes = outcomes(context).get(part);
		assertThat(outcomes.isFullMatch()).as(part).isFalse();
		assertThat(StreamSupport.stream(outcomes.spliterator(), false)
			.filter((outcome) -> !outcome.getOutcome().isMatch())
			.map((outcome) -> outcome.getOutcome().getMessage()))
			.anySatisfy((message) -> assertThat(message).contains(reason));
	}

	private ApplicationContextRunner run(String properties) {
		return this.contextRunner.withPropertyValues(properties.replace("=T", "=" + TransportFixtures.TOKEN)
			.replace("=S", "=" + TransportFixtures.TOKEN.replaceFirst("\\d", "1"))
			.split(","));
	}

	/**
	 * Of our parts, by their short names.
	 */
	private static Map<String, ConditionAndOutcomes> outcomes(AssertableApplicationContext context) {
		return ConditionEvaluationReport.get(context.getBeanFactory())
			.getConditionAndOutcomesBySource()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().startsWith(ROOT))
			.collect(Collectors.toMap((entry) -> ClassUtils.getShortName(entry.getKey()), Entry::getValue));
	}

	private static List<String> messages(ConditionAndOutcomes outcomes) {
		return StreamSupport.stream(outcomes.spliterator(), false)
			.map((outcome) -> outcome.getOutcome().getMessage())
			.toList();
	}

	private static String[] names() {
		return List.of(OURS).stream().map(Class::getSimpleName).toArray(String[]::new);
	}

}
