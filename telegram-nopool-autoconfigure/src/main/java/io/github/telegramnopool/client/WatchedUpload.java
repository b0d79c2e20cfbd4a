// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * An upload that is watched: ten times a second at most, and for a subscriber who is slow
 * only the latest is kept, so that nobody holds up what he looks at.
 */
final class WatchedUpload<R> {

	private static final long INTERVAL = Duration.ofMillis(100).toNanos();

	private volatile UploadProgress<R> latest = new UploadProgress<>(0, -1, null);

	private long told = System.nanoTime() - INTERVAL;

	private volatile boolean begun;

	private volatile @Nullable Throwable failure;

	private WatchedUpload() {
	}

	/**
	 * Watch a call.
	 * @param method the name of the method
	 * @param call makes the call, which tells the given listener how it comes along
	 * @param threads where a subscriber is told, so that he may take his time
	 */
	static <R> Flux<UploadProgress<R>> of(String method, Function<UploadListener, Mono<R>> call, Scheduler threads) {
		return Flux.defer(() -> {
			WatchedUpload<R> upload = new WatchedUpload<>();
			return Flux.<UploadProgress<R>>create((sink) -> upload.begin(call, sink), FluxSink.OverflowStrategy.LATEST)
				.publishOn(threads, 1)
				.onErrorMap(RejectedExecutionException.class, (ex) -> upload.stopped(method, ex));
		});
	}

	private void begin(Function<UploadListener, Mono<R>> call, FluxSink<UploadProgress<R>> sink) {
		this.begun = true;
		sink.onDispose(call.apply((sent, total) -> sent(sent, total, sink))
			.contextWrite(sink.contextView())
			.subscribe((result) -> complete(result, sink), (ex) -> fail(ex, sink), sink::complete));
	}

	private void sent(long sent, long total, FluxSink<UploadProgress<R>> sink) {
		this.latest = new UploadProgress<>(sent, total, null);
		if (System.nanoTime() - this.told >= INTERVAL) {
			this.told = System.nanoTime();
			sink.next(this.latest);
		}
	}

	private void fail(Throwable failure, FluxSink<UploadProgress<R>> sink) {
		this.failure = failure;
		sink.error(failure);
	}

	/**
	 * The application has stopped, and nobody is there any more to tell how the call
	 * ended.
	 */
	private Throwable stopped(String method, RejectedExecutionException rejection) {
		Throwable failure = this.failure;
		if (failure != null) {
			return failure;
		}
		return this.begun ? new OutcomeUnknownException(method, "the application stops")
				: new RequestNotSentException(method, "the application stops", rejection);
	}

	private void complete(R result, FluxSink<UploadProgress<R>> sink) {
		sink.next(new UploadProgress<>(this.latest.sent(), this.latest.total(), result));
	}

}
