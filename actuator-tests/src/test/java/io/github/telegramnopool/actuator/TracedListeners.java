// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.event.EventListener;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.GetChat;
import io.github.telegramnopool.api.method.GetMe;
import io.github.telegramnopool.api.method.SendChatAction;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.ChatAction;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;

/**
 * Calls the Bot API in every way that a listener can. What it asks for depends on who has
 * written, so that calls of one update would be told from those of another.
 */
class TracedListeners {

	static final long ALICE = 42;

	static final long BOB = 43;

	private static final Logger logger = LoggerFactory.getLogger(TracedListeners.class);

	/**
	 * Two updates that are handled at the same time.
	 */
	private final CyclicBarrier together = new CyclicBarrier(2);

	private final TelegramBotApi api;

	private final BlockingTelegramBotApi blockingApi;

	TracedListeners(TelegramBotApi api, BlockingTelegramBotApi blockingApi) {
		this.api = api;
		this.blockingApi = blockingApi;
	}

	@EventListener
	BotApiMethod<?> blocks(MessageEvent event) throws Exception {
		this.together.await(20, TimeUnit.SECONDS);
		this.blockingApi.execute(question(event));
		logger.info("A listener has heard {}", event.message().text());
		return reply(event);
	}

	@EventListener
	Mono<Void> reactsLater(MessageEvent event) {
		return Mono.delay(Duration.ofMillis(20), Schedulers.parallel())
			.then(this.api.execute(question(event)))
			.doOnNext((answer) -> logger.info("A publisher has heard {}", event.message().text()))
			.then(this.api.execute(question(event)))
			.then();
	}

	@EventListener
	Flux<BotApiMethod<?>> answersTwice(MessageEvent event) {
		return Flux.<BotApiMethod<?>>just(reply(event), reply(event)).delayElements(Duration.ofMillis(5));
	}

	@EventListener
	CompletionStage<?> promises(MessageEvent event) {
		return this.api.execute(question(event)).toFuture();
	}

	private static BotApiMethod<?> question(MessageEvent event) {
		return isAlice(event) ? GetChat.of(ALICE) : GetMe.of();
	}

	private static BotApiMethod<?> reply(MessageEvent event) {
		return isAlice(event) ? SendMessage.of(ALICE, "Hello") : SendChatAction.of(BOB, ChatAction.TYPING);
	}

	private static boolean isAlice(MessageEvent event) {
		return event.message().chat().id() == ALICE;
	}

}
