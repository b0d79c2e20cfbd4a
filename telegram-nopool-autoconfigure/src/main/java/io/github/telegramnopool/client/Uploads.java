// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.HttpAnswer;
import io.github.telegramnopool.transport.MultipartBody;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Calls methods that send files: looks at the files first, gives them the time that they
 * need, and repeats only what can be opened again.
 */
final class Uploads {

	private final SingleCall calls;

	private final MultipartWriter writer;

	private final FileLimits limits;

	private final Scheduler threads;

	private final Function<Request, Tries> tries;

	Uploads(BotTransport transport, SingleCall calls, MultipartWriter writer, FileLimits limits,
			Function<Request, Tries> tries) {
		this.calls = calls;
		this.writer = writer;
		this.limits = limits;
		this.threads = transport.fileThreads();
		this.tries = tries;
	}

	<R> Mono<R> send(BotApiMethod<R> method, Request request, BiFunction<BotApiMethod<R>, HttpAnswer, R> reading,
			UploadListener listener) {
		Tries tries = this.tries.apply(request).repeatable(request.isRepeatable());
		return body(request, tries)
			.flatMap((body) -> tries.transferring(this.limits.longest(body))
				.run((deadline) -> this.calls.upload(method, body, reading, deadline,
						(sent) -> listener.sent(sent, body.length()))))
			.doFinally((signal) -> request.discard(this.threads));
	}

	/**
	 * A length can be the answer of a server that never answers.
	 */
	private Mono<MultipartBody> body(Request request, Tries tries) {
		String method = request.method();
		return Mono.fromCallable(() -> this.writer.write(request))
			.subscribeOn(this.threads)
			.takeUntilOther(this.calls.pause(tries.remaining())
				.then(Mono.error(
						() -> new RequestNotSentException(method, "the length of a file was not told in time", null))))
			.onErrorMap((ex) -> !(ex instanceof TelegramException),
					(ex) -> new RequestNotSentException(method, String.valueOf(ex.getMessage()), ex))
			.doOnNext((body) -> this.limits.check(method, body));
	}

}
