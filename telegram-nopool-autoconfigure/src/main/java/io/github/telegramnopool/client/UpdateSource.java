package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.method.GetUpdates;
import io.github.telegramnopool.transport.PhaseTimes;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the poller calls: each method exactly once, since the poller repeats by itself,
 * and each update read apart from its neighbours.
 *
 * @since 0.1.0
 */
public final class UpdateSource {

	private final SingleCall calls;

	private final AnswerReader reader;

	private final UpdatesReader updates;

	private final Supplier<PhaseTimes> times;

	UpdateSource(SingleCall calls, AnswerReader reader, JsonMapper mapper, Supplier<PhaseTimes> times) {
		this.times = times;
		this.calls = calls;
		this.reader = reader;
		this.updates = new UpdatesReader(reader, mapper);
	}

	/**
	 * Ask for updates.
	 * @param method the request
	 * @param deadline the time after which it is given up
	 * @return the updates in ascending order, of which some may not be readable; an error
	 * is a {@link io.github.telegramnopool.client.error.TelegramException
	 * TelegramException}
	 */
	public Mono<List<ReceivedUpdate>> getUpdates(GetUpdates method, Duration deadline) {
		return this.calls.call(method, this.updates::read, deadline);
	}

	/**
	 * Call any method once.
	 * @param <R> the type of the result
	 * @param method the request
	 * @param deadline the time after which it is given up
	 * @return the result; an error is a
	 * {@link io.github.telegramnopool.client.error.TelegramException TelegramException}
	 */
	public <R> Mono<R> call(BotApiMethod<R> method, Duration deadline) {
		return this.calls.call(method, this.reader::read, deadline);
	}

	/**
	 * Times of the last call that succeeded.
	 * @return how long each of its phases took, for people
	 */
	public String lastTimes() {
		return this.times.get().toString();
	}

}
