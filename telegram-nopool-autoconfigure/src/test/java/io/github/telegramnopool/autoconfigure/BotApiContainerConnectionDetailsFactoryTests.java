// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.net.URI;

import io.github.telegramnopool.client.TelegramBotApi;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class BotApiContainerConnectionDetailsFactoryTests {

	private static final String TOKEN = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcX";

	@Nested
	@SpringJUnitConfig(Bot.class)
	@TestPropertySource(properties = "telegram.token=" + TOKEN)
	class OfAKnownImage {

		@ServiceConnection
		static final StandInContainer server = new StandInContainer("aiogram/telegram-bot-api:latest");

		@Test
		void leadsTheBotThere(@Autowired TelegramConnectionDetails details, @Autowired TelegramBotApi api) {
			assertThat(details.getBaseUrl()).isEqualTo(URI.create("http://docker.test:38081"));
			assertThat(details.getToken()).isEqualTo(TOKEN);
			assertThat(details.getProxy()).isNull();
			assertThat(details.getSslBundle()).isNull();
			assertThat(server.isStarted()).isTrue();
			assertThat(api).isNotNull();
		}

		@Test
		void leadsOtherBotsThereWithTokensOfTheirOwn(@Autowired TelegramConnectionDetails details) {
			TelegramConnectionDetails properties = mock();
			given(properties.getToken()).willReturn("1:x");
			TelegramConnectionDetails other = details.forBot("sales", properties);
			assertThat(other.getToken()).isEqualTo("1:x");
			assertThat(other.getBaseUrl()).isEqualTo(URI.create("http://docker.test:38081"));
			assertThat(other.getProxy()).isNull();
			assertThat(other.getSslBundle()).isNull();
		}

	}

	@Nested
	@SpringJUnitConfig(Nothing.class)
	class OfAnImageThatIsNamed {

		@ServiceConnection(name = "telegram-bot-api")
		static final StandInContainer server = new StandInContainer("registry.test/own/server");

		@Test
		void needsAToken(@Autowired TelegramConnectionDetails details) {
			assertThat(details.getBaseUrl()).isEqualTo(URI.create("http://docker.test:38081"));
			assertThatExceptionOfType(InvalidTelegramPropertyException.class).isThrownBy(details::getToken)
				.withMessageContaining("does not bring one");
		}

	}

	@Nested
	@SpringJUnitConfig(Nothing.class)
	class WithoutAServer {

		@Test
		void doesNothing(@Autowired ObjectProvider<TelegramConnectionDetails> details) {
			assertThat(details.getIfAvailable()).isNull();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ SslAutoConfiguration.class, TelegramAutoConfiguration.class })
	static class Bot {

	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}
