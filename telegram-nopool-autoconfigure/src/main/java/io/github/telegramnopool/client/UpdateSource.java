// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.method.GetUpdates;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.ConnectionCounts;
import io.github.telegramnopool.transport.OversizedAnswerException;
import io.github.telegramnopool.transport.PhaseTimes;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the poller calls: each method exactly once, since the poller repeats by itself,
 * and each update read apart from its neighbours.
 *
 * @since 0.1.0
 */
public final class UpdateSource implements AutoCloseable {

	/**
	 * What an answer may take beyond the time that Telegram holds a request for. Whoever
	 * waits longer waits for a connection that is dead.
	 */
	private static final Duration ANSWER = Duration.ofSeconds(10);

	/**
	 * The same for a request that is not held, but for up to 3 s if the last one had the
	 * same offset.
	 */
	private static final Duration QUICK_ANSWER = Duration.ofSeconds(5);

	private final Supplier<BotTransport> transports;

	private final Function<BotTransport, SingleCall> calling;

	private final AnswerReader reader;

	private final UpdatesReader updates;

	private final Supplier<PhaseTimes> times;

	private final boolean ahead;

	private final Backlog backlog = new Backlog(System::nanoTime);

	private BotTransport transport;

	private SingleCall calls;

	/**
	 * Connections of transports that were replaced.
	 */
	private ConnectionCounts replaced = ConnectionCounts.NONE;

	private boolean closed;

	UpdateSource(Supplier<BotTransport> transports, Function<BotTransport, SingleCall> calling, AnswerReader reader,
			JsonMapper mapper, Supplier<PhaseTimes> times, boolean ahead) {
		this.transports = transports;
		this.calling = calling;
		this.reader = reader;
		this.updates = new UpdatesReader(reader, mapper);
		this.times = times;
		this.ahead = ahead;
		this.transport = transports.get();
		this.calls = calling.apply(this.transport);
	}

	/**
	 * Ask for updates.
	 * @param method the request
	 * @param deadline the time after which it is given up; once the request is written,
	 * its answer has to begin within the time that Telegram holds it for and 10 seconds
	 * @return the updates in ascending order, of which some may not be readable; an error
	 * is a {@link io.github.telegramnopool.client.error.TelegramException
	 * TelegramException}
	 */
	public Mono<List<ReceivedUpdate>> getUpdates(GetUpdates method, Duration deadline) {
		Mono<List<ReceivedUpdate>> answer = calls().call(method, this.updates::read, deadline, answerTime(method))
			.doOnNext((updates) -> prepare(method, updates.size()));
		return isForOne(method) ? answer.onErrorResume(OutcomeUnknownException.class, this::passOver) : answer;
	}

	/**
	 * The next request follows when the updates are handled.
	 */
	private void prepare(GetUpdates method, int received) {
		if (this.ahead && received > 0) {
			boolean full = method.limit() != null && received >= method.limit();
			transport().prepare(this.backlog.answered(full));
		}
	}

	private static Duration answerTime(GetUpdates method) {
		Integer held = method.timeout();
		return (held != null && held > 0) ? ANSWER.plusSeconds(held) : QUICK_ANSWER;
	}

	private static boolean isForOne(GetUpdates method) {
		return method.limit() != null && method.limit() == 1;
	}

	/**
	 * There is nothing smaller to ask for than one update, so it is told unread.
	 */
	private Mono<List<ReceivedUpdate>> passOver(OutcomeUnknownException failure) {
		Throwable lost = failure.getCause();
		List<ReceivedUpdate> updates = (lost != null && lost.getCause() instanceof OversizedAnswerException oversized)
				? this.updates.oversized(oversized.beginning()) : List.of();
		return updates.isEmpty() ? Mono.error(failure) : Mono.just(updates);
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
		return calls().call(method, this.reader::read, deadline, ANSWER);
	}

	private synchronized SingleCall calls() {
		return this.calls;
	}

	private synchronized BotTransport transport() {
		return this.transport;
	}

	/**
	 * Times of the last call that succeeded.
	 * @return how long each of its phases took, for people
	 */
	public String lastTimes() {
		return this.times.get().toString();
	}

	/**
	 * Whether the event loops do their work.
	 * @return {@code false} if something holds them up
	 */
	public boolean isResponsive() {
		return transport().isResponsive();
	}

	/**
	 * Go on with new event loops and a new timer, since the old ones may be what is
	 * stuck. They are ended as far as they let themselves be ended, without waiting.
	 */
	public synchronized void renew() {
		if (this.closed) {
			return;
		}
		Thread closing = new Thread(this.transport::close, "telegram-poll-closing");
		closing.setDaemon(true);
		closing.start();
		// What it still opens or closes is not counted any more: better than to run
		// backwards
		long opened = connections().opened();
		this.replaced = new ConnectionCounts(opened, opened);
		this.transport = this.transports.get();
		this.calls = this.calling.apply(this.transport);
	}

	/**
	 * Connections so far.
	 * @return the number of connections opened and closed for polls
	 */
	public synchronized ConnectionCounts connections() {
		return this.transport.connections().plus(this.replaced);
	}

	/**
	 * End the event loops and the timer, and with them the call that is under way.
	 */
	@Override
	public void close() {
		synchronized (this) {
			this.closed = true;
		}
		transport().close();
	}

}
