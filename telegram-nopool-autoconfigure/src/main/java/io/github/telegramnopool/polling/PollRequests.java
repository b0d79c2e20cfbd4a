package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.method.GetUpdates;
import io.github.telegramnopool.client.ReceivedUpdate;
import io.github.telegramnopool.client.UpdateSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The poller's requests, made one at a time and waited for.
 */
final class PollRequests {

	/**
	 * If a deadline has passed unnoticed, its timer or event loop is stuck: the waiting
	 * thread depends on neither.
	 */
	private static final Duration GRACE = Duration.ofSeconds(5);

	/**
	 * For a confirmation that is probably not needed.
	 */
	private static final Duration SHORT = Duration.ofMillis(500);

	private final UpdateSource source;

	private final PollingSettings settings;

	private final Supplier<List<String>> allowedUpdates;

	/**
	 * Offset of the last request.
	 */
	private long triedOffset;

	/**
	 * Offset of the last request that was answered.
	 */
	private long sentOffset;

	PollRequests(UpdateSource source, PollingSettings settings, Supplier<List<String>> allowedUpdates) {
		this.source = source;
		this.settings = settings;
		this.allowedUpdates = allowedUpdates;
	}

	/**
	 * Wait for new updates.
	 */
	List<ReceivedUpdate> longPoll(long offset) throws InterruptedException {
		return poll(offset, this.settings.limit(), this.settings.timeout(), this.settings.longPollDeadline());
	}

	/**
	 * Look for updates behind some that are known.
	 */
	List<ReceivedUpdate> look(long offset, int known) throws InterruptedException {
		int limit = Math.min(UpdateWindow.CAPACITY, known + this.settings.limit());
		return poll(offset, limit, Duration.ZERO, this.settings.margin());
	}

	/**
	 * Confirm all updates before an offset, if that is not done yet. If the last request
	 * had the same offset, it has probably been received, although it was not answered.
	 */
	void confirm(long offset, Duration deadline) throws InterruptedException {
		if (offset != this.sentOffset) {
			poll(offset, 1, Duration.ZERO, (offset == this.triedOffset) ? SHORT : deadline);
		}
	}

	/**
	 * Forget all pending updates but the last.
	 */
	List<ReceivedUpdate> last() throws InterruptedException {
		return poll(-1, 1, Duration.ZERO, this.settings.margin());
	}

	/**
	 * Times of the last request that succeeded.
	 */
	String lastTimes() {
		return this.source.lastTimes();
	}

	<R> R call(BotApiMethod<R> method) throws InterruptedException {
		return await(this.source.call(method, this.settings.margin()), this.settings.margin());
	}

	private List<ReceivedUpdate> poll(long offset, int limit, Duration timeout, Duration deadline)
			throws InterruptedException {
		GetUpdates.Builder request = GetUpdates.builder().limit(limit).timeout((int) timeout.toSeconds());
		if (offset != 0) {
			request.offset((int) offset);
		}
		List<String> allowed = this.allowedUpdates.get();
		if (!allowed.isEmpty()) {
			request.allowedUpdates(allowed);
		}
		this.triedOffset = offset;
		List<ReceivedUpdate> updates = await(this.source.getUpdates(request.build(), deadline), deadline);
		this.sentOffset = offset;
		return updates;
	}

	/**
	 * An interrupt cancels the request, which closes its connection.
	 */
	private static <T> T await(Mono<T> request, Duration deadline) throws InterruptedException {
		CompletableFuture<@Nullable T> answer = request.toFuture();
		try {
			T value = answer.get(deadline.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
			if (value == null) {
				throw new IllegalStateException("The request ended without an answer");
			}
			return value;
		}
		catch (TimeoutException ex) {
			throw new IllegalStateException(
					"The request did not end at its deadline of " + deadline.toSeconds() + " s");
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
		finally {
			answer.cancel(true);
		}
	}

}
