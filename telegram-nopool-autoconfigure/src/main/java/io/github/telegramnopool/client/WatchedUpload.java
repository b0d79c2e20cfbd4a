package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * An upload that is watched: ten times a second at most, and for a subscriber who is slow
 * only the latest is kept, so that nobody holds up what he looks at.
 */
final class WatchedUpload<R> implements UploadListener {

	private static final long INTERVAL = Duration.ofMillis(100).toNanos();

	private final FluxSink<UploadProgress<R>> sink;

	private volatile UploadProgress<R> latest = new UploadProgress<>(0, -1, null);

	private long told = System.nanoTime() - INTERVAL;

	private WatchedUpload(FluxSink<UploadProgress<R>> sink) {
		this.sink = sink;
	}

	/**
	 * Watch a call.
	 * @param call makes the call, which tells the given listener how it comes along
	 * @param threads where a subscriber is told, so that he may take his time
	 */
	static <R> Flux<UploadProgress<R>> of(Function<UploadListener, Mono<R>> call, Scheduler threads) {
		return Flux.<UploadProgress<R>>create((sink) -> {
			WatchedUpload<R> upload = new WatchedUpload<>(sink);
			sink.onDispose(call.apply(upload)
				.contextWrite(sink.contextView())
				.subscribe(upload::complete, sink::error, sink::complete));
		}, FluxSink.OverflowStrategy.LATEST).publishOn(threads, 1);
	}

	@Override
	public void sent(long sent, long total) {
		this.latest = new UploadProgress<>(sent, total, null);
		if (System.nanoTime() - this.told >= INTERVAL) {
			this.told = System.nanoTime();
			this.sink.next(this.latest);
		}
	}

	private void complete(R result) {
		this.sink.next(new UploadProgress<>(this.latest.sent(), this.latest.total(), result));
	}

}
