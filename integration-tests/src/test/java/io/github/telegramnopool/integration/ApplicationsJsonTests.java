// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.client.TelegramJsonMapperCustomizer;
import io.github.telegramnopool.client.error.BadRequestException;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * The JSON of an application and that of its bot have nothing to do with each other.
 */
class ApplicationsJsonTests {

	private final TelegramSimulator telegram = TelegramSimulator.builder().strict().build().start();

	@BeforeEach
	void write() {
		this.telegram.bot(RunningBot.ID).write(42, "Hi");
	}

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@ParameterizedTest
	@ValueSource(classes = { OwnSettings.class, OwnMapper.class })
	void howTheApplicationDoesItChangesNothing(Class<?> jackson) {
		try (RunningBot bot = settings().with("spring.jackson.property-naming-strategy", "SNAKE_CASE")
			.with("spring.jackson.serialization.wrap-root-value", "true")
			.with("spring.jackson.deserialization.unwrap-root-value", "true")
			.run(EchoBot.class, jackson)) {
			assertThat(bot.bean(JsonMapper.class).writeValueAsString(new Greeting(42, "Hi"))).as("the application's")
				.contains("{\"Greeting\":{\"chat_id\":42");
			await().until(() -> this.telegram.bot(RunningBot.ID).pending() == 0);
			assertThat(this.telegram.executed("sendMessage")).isEqualTo(1);
			assertThatExceptionOfType(BadRequestException.class)
				.isThrownBy(() -> bot.blockingApi().execute(new Greeting(42, "Hi")));
		}
	}

	@Test
	void howTheBotDoesItChangesNothingOfTheApplication() {
		try (RunningBot bot = settings().run(SnakeCase.class)) {
			Sent sent = bot.blockingApi().execute(new Greeting(42, "Hi"));
			assertThat(sent.messageId()).isPositive();
			assertThat(this.telegram.executed("sendMessage")).isEqualTo(1);
			assertThat(bot.bean(JsonMapper.class).writeValueAsString(new Greeting(42, "Hi"))).contains("\"chatId\":42");
		}
	}

	private RunningBot.Settings settings() {
		return RunningBot.settings().with("telegram.base-url", this.telegram.url());
	}

	/**
	 * A way of one's own to send a message.
	 */
	record Greeting(long chatId, String text) implements BotApiMethod<Sent> {

		@Override
		public String methodName() {
			return "sendMessage";
		}

		@Override
		public TypeReference<Sent> resultType() {
			return new TypeReference<>() {
			};
		}

	}

	record Sent(long messageId) {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSettings {

		@Bean
		JsonMapperBuilderCustomizer strict() {
			return (builder) -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnMapper {

		@Bean
		JsonMapper jsonMapper() {
			return JsonMapper.builder()
				.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
				.enable(SerializationFeature.WRAP_ROOT_VALUE)
				.enable(DeserializationFeature.UNWRAP_ROOT_VALUE)
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SnakeCase {

		@Bean
		TelegramJsonMapperCustomizer snakeCase() {
			return (builder) -> builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
				.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
		}

	}

}
