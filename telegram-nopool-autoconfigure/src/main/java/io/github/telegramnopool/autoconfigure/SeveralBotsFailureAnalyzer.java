// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.List;
import java.util.Set;

import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.polling.UpdatePoller;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Explains that somebody asks for a bean of a bot without saying of which. Comes before
 * Boot's own explanation.
 */
final class SeveralBotsFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoUniqueBeanDefinitionException>
		implements Ordered {

	private static final Set<Class<?>> TYPES = Set.of(TelegramBotApi.class, BlockingTelegramBotApi.class,
			UpdatePoller.class, TelegramDoctor.class);

	private final Environment environment;

	SeveralBotsFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	public int getOrder() {
		return 0;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoUniqueBeanDefinitionException cause,
			@Nullable String description) {
		Class<?> type = cause.getBeanType();
		NamedBots bots = NamedBots.of(this.environment);
		List<String> names = bots.others();
		if (type == null || !TYPES.contains(type) || names.size() < 2 || bots.hasDefault()) {
			return null;
		}
		return new FailureAnalysis(
				"%s required a single %s, but there are several bots: %s.".formatted(
						(description != null) ? description : "A component", type.getSimpleName(),
						"'" + String.join("', '", names) + "'"),
				("Say whose it is by its name, as in @Qualifier(\"%s\"). Or have a default bot, which is injected where "
						+ "no name is given: name one of them 'default', or set 'telegram.token' as well.")
					.formatted(names.get(0)),
				cause);
	}

}
