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
			TelegramSimulatorProperties properties, Environment environment, ObjectProvider<UpdatePoller> poller,
			BotTroubles troubles) {
		String token = connection.getToken();
		long id = Long.parseLong(token.substring(0, token.indexOf(':')));
		boolean test = environment.getProperty("telegram.test-environment", Boolean.class, false);
		SimulatedBot bot = test ? simulator.testBot(id) : simulator.bot(id);
		return new TelegramConversation(new BotUnderTest(bot, poller::getIfAvailable, properties.patience(), troubles));
	}

}
