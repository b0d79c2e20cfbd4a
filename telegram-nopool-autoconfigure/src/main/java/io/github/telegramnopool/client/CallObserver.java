// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Watches the calls of a bot, each with all of its tries, from the outside. A bean of
 * this type watches those of all bots. The poller's requests are none of them.
 * <p>
 * What it returns must signal the same as what it is given.
 *
 * @since 0.1.0
 */
public interface CallObserver {

	/**
	 * Watches nothing, and costs nothing.
	 */
	CallObserver NONE = new CallObserver() {

		@Override
		public <R> Mono<R> observe(String bot, String method, Mono<R> call) {
			return call;
		}

		@Override
		public <T> Flux<T> observe(String bot, String method, Flux<T> call) {
			return call;
		}

	};

	/**
	 * Watch a call.
	 * @param <R> the type of the result
	 * @param bot the bot's name in the configuration
	 * @param method the name of the Bot API method, or {@code download}
	 * @param call the call, which begins when it is subscribed to
	 * @return the call, watched
	 */
	<R> Mono<R> observe(String bot, String method, Mono<R> call);

	/**
	 * Watch a call whose result comes in pieces.
	 * @param <T> the type of a piece
	 * @param bot the bot's name in the configuration
	 * @param method the name of the Bot API method, or {@code download}
	 * @param call the call, which begins when it is subscribed to
	 * @return the call, watched
	 */
	<T> Flux<T> observe(String bot, String method, Flux<T> call);

}
