// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import io.github.telegramnopool.autoconfigure.TelegramAutoConfiguration;
import io.github.telegramnopool.autoconfigure.TelegramConnectionDetails;
import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for a {@link TelegramConversation}. Only tests import it.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TelegramSimulatorAutoConfiguration.class, TelegramAutoConfiguration.class })
@ConditionalOnBooleanProperty("telegram.simulator.enabled")
public final class TelegramConversationAutoConfiguration {

	static final String BEAN_NAME = "telegramConversation";

	@Bean
	BotTroubles telegramBotTroubles() {
		return new BotTroubles();
	}

	@Bean(BEAN_NAME)
	@ConditionalOnMissingBean
	TelegramConversation telegramConversation(TelegramSimulator simulator, TelegramConnectionDetails connection,
			TelegramSimulatorProperties properties, Environment environment, ObjectProvider<UpdatePoller> pollers,
			BotTroubles troubles) {
		return new TelegramConversation(new BotsUnderTest(pollers.stream().map(UpdatePoller::botName).toList(),
				(name) -> new BotUnderTest(bot(name, simulator, connection, environment),
						() -> pollers.stream()
							.filter((poller) -> poller.botName().equals(name))
							.findFirst()
							.orElse(null),
						properties.patience(), troubles)));
	}

	private static SimulatedBot bot(String name, TelegramSimulator simulator, TelegramConnectionDetails connection,
			Environment environment) {
		String token = (name.equals("default") ? connection : connection.forBot(name, connection)).getToken();
		long id = Long.parseLong(token.substring(0, token.indexOf(':')));
		boolean test = environment.getProperty("telegram.bots." + name + ".test-environment", Boolean.class,
				environment.getProperty("telegram.test-environment", Boolean.class, false));
		return test ? simulator.testBot(id) : simulator.bot(id);
	}

}
