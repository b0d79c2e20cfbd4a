// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.nio.file.Path;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.model.File;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.transport.BotTransport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * {@link TelegramBotApi} over HTTP: writes, calls, reads, and repeats what is safe to
 * repeat until the deadline.
 */
final class DefaultTelegramBotApi implements TelegramBotApi {

	private final String bot;

	private final CallObserver observer;

	private final BotTransport transport;

	private final SingleCall calls;

	private final AnswerReader reader;

	private final RepeatPolicy repeats;

	private final CallSettings settings;

	private final FloodControl flood;

	private final FileLimits limits;

	private final Uploads uploads;

	private final Downloads downloads;

	DefaultTelegramBotApi(String bot, CallObserver observer, BotTransport transport, SingleCall calls,
			AnswerReader reader, JsonMapper mapper, RepeatPolicy repeats, CallSettings settings, boolean localFiles) {
		this.bot = bot;
		this.observer = observer;
		this.transport = transport;
		this.calls = calls;
		this.reader = reader;
		this.repeats = repeats;
		this.settings = settings;
		this.flood = new FloodControl(settings.pacing(), System::nanoTime, calls::pause);
		this.limits = new FileLimits(transport, localFiles);
		this.uploads = new Uploads(transport, calls, new MultipartWriter(mapper), this.limits,
				(request) -> tries(request.method(), Recipient.of(request), this.repeats));
		this.downloads = new Downloads(transport, reader, this.limits, () -> tries(Downloads.NAME, null, this.repeats),
				() -> tries(Downloads.NAME, null, this.repeats.readingOn()));
	}

	private Tries tries(String method, @Nullable Recipient recipient, RepeatPolicy repeats) {
		Turn turn = this.flood.turn(method, recipient, new CallTime(this.settings, System::nanoTime));
		return new Tries(repeats, this.flood, turn, this.calls::pause);
	}

	@Override
	public <R> Mono<R> execute(BotApiMethod<R> method) {
		return execute(method, UploadListener.NONE);
	}

	@Override
	public <R> Flux<UploadProgress<R>> upload(BotApiMethod<R> method) {
		return WatchedUpload.of(method.methodName(), (listener) -> execute(method, listener),
				this.transport.fileThreads());
	}

	@Override
	public Flux<DataBuffer> download(File file) {
		return (file.filePath() != null) ? this.observer.observe(this.bot, Downloads.NAME, this.downloads.stream(file))
				: download(file.fileId());
	}

	@Override
	public Mono<Path> download(File file, Path target) {
		return (file.filePath() != null)
				? this.observer.observe(this.bot, Downloads.NAME, this.downloads.save(file, target))
				: download(file.fileId(), target);
	}

	private <R> Mono<R> execute(BotApiMethod<R> method, UploadListener listener) {
		Mono<R> call = Mono.defer(() -> {
			Request request = this.calls.write(method);
			return request.files().isEmpty() ? send(method, request, listener)
					: this.uploads.send(method, request, this.reader::read, listener);
		});
		return this.observer.observe(this.bot, method.methodName(),
				call.onErrorMap(TelegramException.class, this.limits::explain));
	}

	private <R> Mono<R> send(BotApiMethod<R> method, Request request, UploadListener listener) {
		byte[] json = request.json();
		return tries(request.method(), Recipient.of(request), this.repeats)
			.run((deadline) -> this.calls.<BotApiMethod<R>, R>call(method, json, this.reader::read, deadline))
			.doOnSuccess((result) -> listener.sent(json.length, json.length));
	}

}
