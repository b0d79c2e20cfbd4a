// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.nio.file.Path;
import java.util.function.Supplier;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.model.File;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.UploadProgress;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * {@link TelegramBotApi} that is found when it is first used.
 */
final class DelegatingTelegramBotApi implements TelegramBotApi {

	private final Supplier<TelegramBotApi> delegate;

	DelegatingTelegramBotApi(Supplier<TelegramBotApi> delegate) {
		this.delegate = delegate;
	}

	@Override
	public <R> Mono<R> execute(BotApiMethod<R> method) {
		return this.delegate.get().execute(method);
	}

	@Override
	public <R> Flux<UploadProgress<R>> upload(BotApiMethod<R> method) {
		return this.delegate.get().upload(method);
	}

	@Override
	public Flux<DataBuffer> download(File file) {
		return this.delegate.get().download(file);
	}

	@Override
	public Mono<Path> download(File file, Path target) {
		return this.delegate.get().download(file, target);
	}

}
