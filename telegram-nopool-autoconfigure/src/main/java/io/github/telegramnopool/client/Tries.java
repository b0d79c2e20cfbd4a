package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.function.Function;

import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.client.error.TooManyRequestsException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The tries of one call, until it succeeds, may not be repeated, or its deadline is near.
 */
final class Tries {

	/**
	 * Even if Telegram demands none: else the call would come at once, again and again.
	 */
	private static final Duration SHORTEST_FLOOD_PAUSE = Duration.ofSeconds(1);

	/**
	 * With less time left another try would only end by the deadline, and hide what the
	 * one before has found out.
	 */
	private static final Duration SHORTEST_TRY = Duration.ofSeconds(1);

	/**
	 * Whatever length a server tells: more nanoseconds than fit are no deadline.
	 */
	private static final Duration LONGEST_TRANSFER = Duration.ofDays(365);

	private final CallSettings settings;

	private final RepeatPolicy policy;

	private final Function<Duration, Mono<Void>> pause;

	private final long began = System.nanoTime();

	private Duration transferTime = Duration.ZERO;

	private Duration floodWait = Duration.ZERO;

	private int repeated;

	private boolean repeatable = true;

	/**
	 * Begin a call.
	 * @param pause how to wait between two tries
	 */
	Tries(CallSettings settings, RepeatPolicy policy, Function<Duration, Mono<Void>> pause) {
		this.settings = settings;
		this.policy = policy;
		this.pause = pause;
	}

	/**
	 * Add to the deadline what so many bytes may take.
	 */
	Tries transferring(long bytes) {
		double millis = bytes * 1000.0 / this.settings.minThroughput();
		this.transferTime = Duration.ofMillis((long) Math.min(millis, LONGEST_TRANSFER.toMillis()));
		return this;
	}

	/**
	 * Let the first try be the last if something that is sent can't be sent again.
	 */
	Tries repeatable(boolean repeatable) {
		this.repeatable = repeatable;
		return this;
	}

	<R> Mono<R> run(Function<Duration, Mono<R>> call) {
		return call.apply(remaining()).onErrorResume(TelegramException.class, (failure) -> {
			Duration pause = pause(failure);
			return (pause != null) ? pause(pause, failure).then(Mono.defer(() -> run(call))) : Mono.error(failure);
		});
	}

	/**
	 * Once something has come of a try, that try is the last.
	 */
	<T> Flux<T> runUntilFirst(Function<Duration, Flux<T>> call) {
		return call.apply(remaining()).switchOnFirst((first, content) -> {
			TelegramException failure = (first.getThrowable() instanceof TelegramException ex) ? ex : null;
			Duration pause = (failure != null) ? pause(failure) : null;
			return (failure != null && pause != null)
					? pause(pause, failure).thenMany(Flux.defer(() -> runUntilFirst(call))) : content;
		});
	}

	/**
	 * Wait for another try. If the application stops meanwhile, there is none.
	 */
	private Mono<Void> pause(Duration pause, TelegramException failure) {
		return this.pause.apply(pause).onErrorMap((ex) -> failure);
	}

	private @Nullable Duration pause(TelegramException failure) {
		if (!this.repeatable) {
			return null;
		}
		if (failure instanceof TooManyRequestsException flood) {
			return floodPause(flood.retryAfter());
		}
		Duration pause = this.policy.pauseAfter(failure, this.repeated++);
		return (pause != null && pause.plus(SHORTEST_TRY).compareTo(remaining()) < 0) ? pause : null;
	}

	private @Nullable Duration floodPause(Duration retryAfter) {
		Duration pause = (retryAfter.compareTo(SHORTEST_FLOOD_PAUSE) > 0) ? retryAfter : SHORTEST_FLOOD_PAUSE;
		Duration total = this.floodWait.plus(pause);
		if (!this.settings.obeyFlood() || total.compareTo(this.settings.maxFloodWait()) > 0) {
			return null;
		}
		this.floodWait = total;
		return pause;
	}

	/**
	 * The wait that Telegram demands does not count as time of the call.
	 */
	Duration remaining() {
		Duration elapsed = Duration.ofNanos(System.nanoTime() - this.began);
		return this.settings.timeout().plus(this.transferTime).plus(this.floodWait).minus(elapsed);
	}

}
