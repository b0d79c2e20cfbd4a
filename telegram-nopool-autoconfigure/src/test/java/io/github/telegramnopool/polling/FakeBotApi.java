// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.transport.LoopbackServer;
import io.github.telegramnopool.transport.LoopbackServer.Answer;
import io.github.telegramnopool.transport.LoopbackServer.Request;

/**
 * The few rules of the Bot API that matter to a poller, on a real socket.
 */
final class FakeBotApi implements AutoCloseable {

	private final ConcurrentSkipListSet<Long> pending = new ConcurrentSkipListSet<>();

	private final AtomicInteger polls = new AtomicInteger();

	private final AtomicInteger mostPolls = new AtomicInteger();

	private final LoopbackServer server = new LoopbackServer(this::answer);

	private volatile Sinks.One<Boolean> arrival = Sinks.one();

	private volatile @Nullable Answer fault;

	private Mono<Answer> answer(Request request) {
		Answer fault = this.fault;
		if (fault != null) {
			return Mono.just(fault);
		}
		return switch (request.botMethod()) {
			case "getMe" ->
				Mono.just(Answer.ok("{\"id\":4242,\"is_bot\":true,\"first_name\":\"T\",\"username\":\"test_bot\"}"));
			case "getUpdates" -> updates(BotApiJson.mapper().readTree(request.body()));
			default -> Mono.just(Answer.ok("true"));
		};
	}

	private Mono<Answer> updates(JsonNode parameters) {
		long offset = parameters.path("offset").asLong(0);
		int limit = parameters.path("limit").asInt(100);
		Duration timeout = Duration.ofSeconds(parameters.path("timeout").asLong(0));
		return Mono.defer(() -> {
			this.mostPolls.accumulateAndGet(this.polls.incrementAndGet(), Math::max);
			AtomicBoolean open = new AtomicBoolean(true);
			Runnable ended = () -> this.polls.addAndGet(open.getAndSet(false) ? -1 : 0);
			Sinks.One<Boolean> arrival = this.arrival;
			return served(offset, limit)
				.switchIfEmpty(arrival.asMono()
					.timeout(timeout.plusMillis(1), Mono.just(false))
					.flatMap((arrived) -> served(offset, limit)))
				.defaultIfEmpty("[]")
				// Not doFinally: who has the answer may ask again before that runs
				.doOnTerminate(ended)
				.doOnCancel(ended);
		}).map(Answer::ok);
	}

	private Mono<String> served(long offset, int limit) {
		if (offset > 0) {
			this.pending.headSet(offset).clear();
		}
		else if (offset < 0 && !this.pending.isEmpty()) {
			this.pending.headSet(this.pending.last()).clear();
		}
		List<Long> ids = this.pending.stream().limit(limit).toList();
		return ids.isEmpty() ? Mono.empty()
				: Mono.just(ids.stream().map(FakeBotApi::update).collect(Collectors.joining(",", "[", "]")));
	}

	static String update(long id) {
		return ("{\"update_id\":%d,\"message\":{\"message_id\":%d,\"date\":1,\"chat\":{\"id\":5,\"type\":\"private\"},"
				+ "\"text\":\"text %d\"}}")
			.formatted(id, id, id);
	}

	void receives(long from, long to) {
		LongStream.rangeClosed(from, to).forEach(this.pending::add);
		Sinks.One<Boolean> arrival = this.arrival;
		this.arrival = Sinks.one();
		arrival.tryEmitValue(true);
	}

	void fails(@Nullable Answer fault) {
		this.fault = fault;
	}

	List<Long> pending() {
		return List.copyOf(this.pending);
	}

	LoopbackServer server() {
		return this.server;
	}

	int polls() {
		return this.polls.get();
	}

	int mostPolls() {
		return this.mostPolls.get();
	}

	/**
	 * The parameters of the polls so far.
	 */
	List<JsonNode> requests() {
		return this.server.requests("getUpdates")
			.stream()
			.map((request) -> BotApiJson.mapper().readTree(request.body()))
			.toList();
	}

	@Override
	public void close() {
		this.server.close();
	}

}
