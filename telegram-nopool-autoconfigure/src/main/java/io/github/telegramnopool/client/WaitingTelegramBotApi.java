package io.github.telegramnopool.client;

import java.util.Objects;

import io.github.telegramnopool.api.BotApiMethod;
import reactor.core.scheduler.Schedulers;

/**
 * {@link BlockingTelegramBotApi} that waits for the reactive one.
 */
final class WaitingTelegramBotApi implements BlockingTelegramBotApi {

	private final TelegramBotApi api;

	WaitingTelegramBotApi(TelegramBotApi api) {
		this.api = api;
	}

	@Override
	public <R> R execute(BotApiMethod<R> method) {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException("BlockingTelegramBotApi was called for '%s' on the thread '%s', which must "
				.formatted(method.methodName(), Thread.currentThread().getName())
					+ "not block. Use TelegramBotApi there, or move the call to Schedulers.boundedElastic()");
		}
		return Objects.requireNonNull(this.api.execute(method).block(), "A result is never null");
	}

}
