// SPDX-License-Identifier: Apache-2.0
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

	private final RepeatPolicy policy;

	private final FloodControl flood;

	private final Turn turn;

	private final CallTime time;

	private final Function<Duration, Mono<Void>> pause;

	private int repeated;

	private boolean repeatable = true;

	/**
	 * Begin a call.
	 * @param turn its place among those that wait for each other
	 * @param pause how to wait between two tries
	 */
	Tries(RepeatPolicy policy, FloodControl flood, Turn turn, Function<Duration, Mono<Void>> pause) {
		this.policy = policy;
		this.flood = flood;
		this.turn = turn;
		this.time = turn.time();
		this.pause = pause;
	}

	/**
	 * Add to the deadline what so many bytes may take.
	 */
	Tries transferring(long bytes) {
		this.time.transferring(bytes);
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
		return this.flood.enter(this.turn)
			.then(Mono.defer(() -> attempt(call)))
			.doFinally((signal) -> this.flood.leave(this.turn));
	}

	private <R> Mono<R> attempt(Function<Duration, Mono<R>> call) {
		return call.apply(remaining()).onErrorResume(TelegramException.class, (failure) -> {
			Mono<Void> pause = pauseAfter(failure);
			return (pause != null) ? pause.then(Mono.defer(() -> attempt(call))) : Mono.error(failure);
		});
	}

	/**
	 * Once something has come of a try, that try is the last.
	 */
	<T> Flux<T> runUntilFirst(Function<Duration, Flux<T>> call) {
		return call.apply(remaining()).switchOnFirst((first, content) -> {
			TelegramException failure = (first.getThrowable() instanceof TelegramException ex) ? ex : null;
			Mono<Void> pause = (failure != null) ? pauseAfter(failure) : null;
			return (pause != null) ? pause.thenMany(Flux.defer(() -> runUntilFirst(call))) : content;
		});
	}

	/**
	 * Wait for another try. If the application stops meanwhile, there is none.
	 * @return {@code null} if there may be no other
	 */
	private @Nullable Mono<Void> pauseAfter(TelegramException failure) {
		Mono<Void> pause = (failure instanceof TooManyRequestsException tooMany) ? floodPause(tooMany.retryAfter())
				: pause(failure);
		return (pause != null) ? pause.onErrorMap((ex) -> failure) : null;
	}

	private @Nullable Mono<Void> pause(TelegramException failure) {
		Duration pause = this.repeatable ? this.policy.pauseAfter(failure, this.repeated++) : null;
		return (pause != null && pause.plus(SHORTEST_TRY).compareTo(remaining()) < 0) ? this.pause.apply(pause) : null;
	}

	private @Nullable Mono<Void> floodPause(Duration retryAfter) {
		Duration pause = (retryAfter.compareTo(SHORTEST_FLOOD_PAUSE) > 0) ? retryAfter : SHORTEST_FLOOD_PAUSE;
		return this.time.obeysFlood() ? this.flood.hold(this.turn, pause, this.repeatable) : null;
	}

	Duration remaining() {
		return this.time.remaining();
	}

}
