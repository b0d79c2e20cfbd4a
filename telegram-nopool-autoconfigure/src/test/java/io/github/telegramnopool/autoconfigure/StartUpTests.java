// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.transport.TransportFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/**
 * What an application pays at its start for having a bot.
 */
class StartUpTests {

	private static final String OTHER = TransportFixtures.TOKEN.replaceFirst("\\d", "9");

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TelegramAutoConfiguration.class, SslAutoConfiguration.class))
		.withPropertyValues("telegram.token=" + TransportFixtures.TOKEN, "telegram.bots.sales.token=" + OTHER);

	@Test
	void loadsNothingThatOnlyCallsNeed(@TempDir Path directory) throws Exception {
		Path classes = directory.resolve("classes.log");
		Path output = directory.resolve("output.log");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xlog:class+load:file=" + classes, "-cp", System.getProperty("java.class.path"),
				EmptyApplication.class.getName())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(() -> "output in " + output).isZero();
		assertThat(Files.readString(classes)).contains(" " + TelegramBot.class.getName() + " ")
			.contains(" " + UpdatePoller.class.getName() + " ")
			.doesNotContain(" io.netty.", " reactor.netty.", " io.github.telegramnopool.api.method.",
					" io.github.telegramnopool.api.model.", " io.github.telegramnopool.api.json.");
	}

	@Test
	void asksForUpdatesEvenIfEverythingElseIsLazy() {
		this.contextRunner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				assertThat(context.getBeanFactory().containsSingleton("telegramUpdatePoller")).isTrue();
				assertThat(context.getBeanFactory().containsSingleton("salesTelegramUpdatePoller")).isTrue();
				assertThat(context.getBeanFactory().containsSingleton("telegramBotApi")).isFalse();
			});
	}

	@Test
	void findsListenersInAnApiOfTheApplication() {
		ListeningApi own = mock();
		this.contextRunner.withBean("own", ListeningApi.class, () -> own).run((context) -> {
			assertThat(context.getBean(TelegramBotApi.class)).isSameAs(own);
			context.publishEvent("something");
			verify(own).hear("something");
		});
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class EmptyApplication {

		public static void main(String[] arguments) {
			// One without a name and one with
			SpringApplication
				.run(EmptyApplication.class, "--telegram.token=" + TransportFixtures.TOKEN,
						"--telegram.bots.sales.token=" + OTHER)
				.close();
		}

	}

	interface ListeningApi extends TelegramBotApi {

		@EventListener
		void hear(String event);

	}

}
