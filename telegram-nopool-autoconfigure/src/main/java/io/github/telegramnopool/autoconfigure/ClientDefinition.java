// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;

/**
 * The definition of a bean that makes calls. It has a method for each of Telegram's.
 */
final class ClientDefinition {

	private ClientDefinition() {
	}

	static boolean isClient(Class<?> type) {
		return type == TelegramBotApi.class || type == BlockingTelegramBotApi.class;
	}

	/**
	 * Let Spring not look for listeners among the methods of a client of ours: there is
	 * none, and to look at them means to load the classes of the whole Bot API. It looks
	 * at the class that the attribute names instead.
	 */
	static void spareSearch(BeanDefinition definition) {
		definition.setAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE, Object.class);
	}

}
