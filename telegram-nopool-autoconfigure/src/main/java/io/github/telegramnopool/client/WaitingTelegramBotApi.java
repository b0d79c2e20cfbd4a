// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.model.File;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * {@link BlockingTelegramBotApi} that waits for the reactive one.
 */
final class WaitingTelegramBotApi implements BlockingTelegramBotApi {

	/**
	 * Pieces that wait to be read.
	 */
	private static final int DEMAND = 4;

	private final TelegramBotApi api;

	WaitingTelegramBotApi(TelegramBotApi api) {
		this.api = api;
	}

	@Override
	public <R> R execute(BotApiMethod<R> method) {
		return await(method.methodName(), () -> this.api.execute(method));
	}

	@Override
	public Path download(File file, Path target) {
		return await(Downloads.NAME, () -> this.api.download(file, target));
	}

	@Override
	public Path download(String fileId, Path target) {
		return await(Downloads.NAME, () -> this.api.download(fileId, target));
	}

	@Override
	public InputStream download(File file) {
		return open(() -> this.api.download(file));
	}

	@Override
	public InputStream download(String fileId) {
		return open(() -> this.api.download(fileId));
	}

	private static InputStream open(Supplier<Flux<DataBuffer>> content) {
		requireBlockingThread(Downloads.NAME);
		return DataBufferUtils.subscriberInputStream(content.get(), DEMAND);
	}

	private static <R> R await(String method, Supplier<Mono<R>> call) {
		requireBlockingThread(method);
		return Objects.requireNonNull(call.get().block(), "A result is never null");
	}

	private static void requireBlockingThread(String method) {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException("BlockingTelegramBotApi was called for '%s' on the thread '%s', which must "
				.formatted(method, Thread.currentThread().getName())
					+ "not block. Use TelegramBotApi there, or move the call to Schedulers.boundedElastic()");
		}
	}

}
