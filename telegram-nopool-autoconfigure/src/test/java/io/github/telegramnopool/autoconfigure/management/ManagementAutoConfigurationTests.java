// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure.management;

import java.util.List;
import java.util.stream.Stream;

import io.github.telegramnopool.autoconfigure.TelegramAutoConfiguration;
import io.github.telegramnopool.autoconfigure.health.TelegramHealthContributorAutoConfiguration;
import io.github.telegramnopool.autoconfigure.observation.TelegramMetricsAutoConfiguration;
import io.github.telegramnopool.autoconfigure.observation.TelegramObservationAutoConfiguration;
import io.github.telegramnopool.client.CallObserver;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.dispatch.UpdateObserver;
import io.github.telegramnopool.health.TelegramHealthIndicator;
import io.github.telegramnopool.management.ManagedBot;
import io.github.telegramnopool.management.TelegramEndpoint;
import io.github.telegramnopool.management.TelegramInfoContributor;
import io.github.telegramnopool.management.TelegramSanitizingFunction;
import io.github.telegramnopool.observation.BotMeters;
import io.github.telegramnopool.observation.ObservedCalls;
import io.github.telegramnopool.observation.ObservedUpdates;
import io.github.telegramnopool.transport.PhaseListener;
import io.github.telegramnopool.transport.TransportFixtures;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for what is set up where actuator and Micrometer are on the class path.
 */
@Timeout(60)
class ManagementAutoConfigurationTests {

	private static final Class<?>[] ALL = { TelegramHealthContributorAutoConfiguration.class,
			TelegramEndpointAutoConfiguration.class, TelegramInfoContributorAutoConfiguration.class,
			TelegramSanitizerAutoConfiguration.class, TelegramMetricsAutoConfiguration.class,
			TelegramObservationAutoConfiguration.class };

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TelegramAutoConfiguration.class, SslAutoConfiguration.class))
		.withConfiguration(AutoConfigurations.of(ALL))
		.withPropertyValues("telegram.token=" + TransportFixtures.TOKEN);

	@Test
	void tellsHealthAndInformationAndMasksSecrets() {
		this.contextRunner.run((context) -> {
			assertThat(context.getBean("telegramHealthContributor")).isInstanceOf(TelegramHealthIndicator.class);
			assertThat(context).hasSingleBean(TelegramInfoContributor.class);
			assertThat(context).hasSingleBean(TelegramSanitizingFunction.class);
		});
	}

	@Test
	void anEndpointIsThereOnlyIfItIsExposed() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(TelegramEndpoint.class));
		this.contextRunner
			.withPropertyValues("management.endpoints.jmx.exposure.include=telegram", "spring.jmx.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(TelegramEndpoint.class));
	}

	@Test
	void watchesNobodyWithoutRegistries() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(CallObserver.class)
			.doesNotHaveBean(UpdateObserver.class)
			.doesNotHaveBean(PhaseListener.class));
	}

	@Test
	void watchesWithRegistries() {
		this.contextRunner.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> {
				assertThat(context).hasSingleBean(ObservedCalls.class).hasSingleBean(ObservedUpdates.class);
				assertThat(context).hasSingleBean(BotMeters.class).hasSingleBean(PhaseListener.class);
				assertThat(context.getBeansOfType(UpdateObserver.class)).hasSize(2);
			});
	}

	@Test
	void aRegistryMayItselfNeedTheBot() {
		this.contextRunner.withBean("registry", ObservationRegistry.class, ObservationRegistry::create)
			.withBean(NotifyingRegistryUser.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void eachIsOffWhereItIsSwitchedOff() {
		this.contextRunner
			.withPropertyValues("management.health.telegram.enabled=false", "management.info.telegram.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("telegramHealthContributor")
				.doesNotHaveBean(TelegramInfoContributor.class));
	}

	@Test
	void onlySecretsAreMindedWhereThereIsNoBot() {
		this.contextRunner.withPropertyValues("telegram.enabled=false")
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> {
				assertThat(context).hasSingleBean(SanitizingFunction.class);
				assertThat(context).doesNotHaveBean(HealthContributor.class)
					.doesNotHaveBean(TelegramInfoContributor.class)
					.doesNotHaveBean(CallObserver.class)
					.doesNotHaveBean(BotMeters.class);
			});
	}

	@ParameterizedTest
	@ValueSource(classes = { MeterRegistry.class, SanitizingFunction.class, Endpoint.class, InfoContributor.class,
			HealthContributor.class })
	void aBotNeedsNoneOfIt(Class<?> missing) {
		this.contextRunner.withClassLoader(new FilteredClassLoader(missing))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(TelegramBotApi.class));
	}

	@Test
	void aHealthIndicatorOfTheUsersTakesThePlaceOfOurs() {
		this.contextRunner.withBean("telegramHealthIndicator", HealthIndicator.class, () -> () -> Health.up().build())
			.run((context) -> assertThat(context).doesNotHaveBean(TelegramHealthIndicator.class)
				.hasSingleBean(HealthContributor.class));
	}

	@Test
	void severalBotsAreSeveralComponents() {
		this.contextRunner.withBean("second", ManagedBot.class, () -> bot("second")).run((context) -> {
			CompositeHealthContributor health = context.getBean("telegramHealthContributor",
					CompositeHealthContributor.class);
			assertThat(health.stream().map((entry) -> entry.name())).containsExactlyInAnyOrder("default", "second");
		});
	}

	private static ManagedBot bot(String name) {
		ManagedBot bot = mock(ManagedBot.class);
		given(bot.name()).willReturn(name);
		return bot;
	}

	@Test
	void theConditionReportTellsOfEach() {
		this.contextRunner.run((context) -> {
			ConditionEvaluationReport report = ConditionEvaluationReport.get(context.getBeanFactory());
			List<String> names = Stream.of(ALL).map(Class::getName).toList();
			assertThat(report.getConditionAndOutcomesBySource()).containsKeys(names.toArray(String[]::new));
			assertThat(report.getConditionAndOutcomesBySource()
				.get(TelegramMetricsAutoConfiguration.class.getName())
				.stream()
				.map((outcome) -> outcome.getOutcome().getMessage()))
				.anyMatch((message) -> message.contains("MeterRegistry"));
		});
	}

	/**
	 * As a handler that tells somebody by Telegram.
	 */
	static class NotifyingRegistryUser {

		NotifyingRegistryUser(TelegramBotApi api, ObservationRegistry registry) {
			assertThat(api).isNotNull();
			registry.observationConfig().observationHandler((context) -> false);
		}

	}

}
