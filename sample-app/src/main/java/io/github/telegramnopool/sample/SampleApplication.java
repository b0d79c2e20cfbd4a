// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Runs the bot: against Telegram with {@code TELEGRAM_BOT_TOKEN}, otherwise against a
 * simulator in the same process.
 */
@SpringBootApplication
public class SampleApplication {

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(SampleApplication.class);
		application.addInitializers(new SimulatorWithoutToken());
		application.run(args);
	}

}
