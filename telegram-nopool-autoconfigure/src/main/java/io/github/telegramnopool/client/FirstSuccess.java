// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.util.concurrent.atomic.AtomicBoolean;

import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.HttpAnswer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells once that a bot has reached Telegram, and how. For a bot that polls the poller
 * does, which knows its name.
 */
final class FirstSuccess {

	private static final Log logger = LogFactory.getLog(TelegramBotApi.class);

	private final String bot;

	private final AtomicBoolean told = new AtomicBoolean();

	FirstSuccess(String bot) {
		this.bot = bot;
	}

	void tell(BotTransport transport, HttpAnswer answer) {
		if (this.told.compareAndSet(false, true)) {
			logger.info("Telegram bot '%s' has reached Telegram %s: %s".formatted(this.bot, transport.route(),
					answer.times()));
		}
	}

	void toldByPoller() {
		this.told.set(true);
	}

}
