// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.method.GetUpdates;
import io.github.telegramnopool.client.ReceivedUpdate;
import io.github.telegramnopool.client.UpdateSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Waits for what an {@link UpdateSource} answers.
 * <p>
 * It waits without a limit of its own: each request has a deadline, and if its timer or
 * event loop should be stuck, there is the {@link Watchdog}.
 */
final class WaitingPollSource implements PollSource {

	private final Supplier<UpdateSource> sources;

	/**
	 * Known since the first request. Nobody else may make it: whoever watches the
	 * requests would fail with them.
	 */
	private volatile @Nullable UpdateSource source;

	WaitingPollSource(Supplier<UpdateSource> sources) {
		this.sources = sources;
	}

	private UpdateSource source() {
		UpdateSource source = this.source;
		if (source == null) {
			source = this.sources.get();
			this.source = source;
		}
		return source;
	}

	@Override
	public List<ReceivedUpdate> getUpdates(GetUpdates request, Duration deadline) throws InterruptedException {
		return await(source().getUpdates(request, deadline));
	}

	@Override
	public <R> R call(BotApiMethod<R> request, Duration deadline) throws InterruptedException {
		return await(source().call(request, deadline));
	}

	@Override
	public String lastTimes() {
		return source().lastTimes();
	}

	@Override
	public boolean isResponsive() {
		UpdateSource source = this.source;
		return source == null || source.isResponsive();
	}

	@Override
	public void renew() {
		UpdateSource source = this.source;
		if (source != null) {
			source.renew();
		}
	}

	/**
	 * An interrupt cancels the request, which closes its connection.
	 */
	private static <T> T await(Mono<T> request) throws InterruptedException {
		CompletableFuture<@Nullable T> answer = request.toFuture();
		try {
			T value = answer.get();
			if (value == null) {
				throw new IllegalStateException("The request ended without an answer");
			}
			return value;
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
		finally {
			answer.cancel(true);
		}
	}

}
