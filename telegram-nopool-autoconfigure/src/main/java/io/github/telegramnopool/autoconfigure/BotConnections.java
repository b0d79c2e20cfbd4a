// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.ssl.SslBundles;

/**
 * Finds how each bot reaches the Bot API: by a bean of {@link TelegramConnectionDetails}
 * with the bot's name as qualifier, by one for all bots, or by its properties.
 */
final class BotConnections {

	private final ListableBeanFactory beanFactory;

	private final SslBundles sslBundles;

	private final NamedBots bots;

	BotConnections(ListableBeanFactory beanFactory, SslBundles sslBundles, NamedBots bots) {
		this.beanFactory = beanFactory;
		this.sslBundles = sslBundles;
		this.bots = bots;
	}

	TelegramConnectionDetails find(String bot, TelegramProperties properties) {
		TelegramConnectionDetails own = single((name) -> isOf(bot, name));
		if (own != null) {
			return own;
		}
		TelegramConnectionDetails told = new PropertiesTelegramConnectionDetails(properties, this.sslBundles);
		TelegramConnectionDetails common = single(
				(name) -> this.bots.known().stream().noneMatch((any) -> isOf(any, name)));
		if (common == null) {
			return told;
		}
		return NamedBots.DEFAULT.equals(bot) ? common : common.forBot(bot, told);
	}

	private boolean isOf(String bot, String bean) {
		return BeanFactoryAnnotationUtils.isQualifierMatch(bot::equals, bean, this.beanFactory);
	}

	private @Nullable TelegramConnectionDetails single(Predicate<String> wanted) {
		List<String> names = Arrays
			.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory,
					TelegramConnectionDetails.class))
			.filter(wanted)
			.toList();
		return switch (names.size()) {
			case 0 -> null;
			case 1 -> this.beanFactory.getBean(names.get(0), TelegramConnectionDetails.class);
			default -> primary(names);
		};
	}

	private TelegramConnectionDetails primary(List<String> names) {
		TelegramConnectionDetails primary = this.beanFactory.getBeanProvider(TelegramConnectionDetails.class)
			.getIfUnique();
		if (primary == null) {
			throw new NoUniqueBeanDefinitionException(TelegramConnectionDetails.class, names);
		}
		return primary;
	}

}
