// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.integration.RunningBot;

import org.springframework.context.event.EventListener;

/**
 * A bot that only listens.
 */
class HeardTexts {

	private final List<String> texts = new CopyOnWriteArrayList<>();

	@EventListener
	void hear(MessageEvent event) {
		this.texts.add(String.valueOf(event.message().text()));
	}

	static List<String> of(RunningBot bot) {
		return bot.bean(HeardTexts.class).texts;
	}

}
