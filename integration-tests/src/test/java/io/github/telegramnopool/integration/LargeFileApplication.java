// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.nio.file.Path;

import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.UploadProgress;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Sends a file and fetches another, to be run in a JVM of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class LargeFileApplication {

	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(LargeFileApplication.class)
			.web(WebApplicationType.NONE)
			.run(args)) {
			TelegramBotApi api = context.getBean(TelegramBotApi.class);
			InputFile file = InputFile.of(Path.of(context.getEnvironment().getRequiredProperty("test.file")));
			UploadProgress<Message> last = api.upload(SendDocument.of(42, file)).blockLast();
			System.out.println("sent " + last.sent());
			api.download("AgAC", Path.of(context.getEnvironment().getRequiredProperty("test.target"))).block();
			System.out.println("heap " + Runtime.getRuntime().maxMemory());
		}
	}

}
