// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.core.publisher.Mono;

/**
 * Answers {@code /bot<token>/<method>}.
 */
final class BotApiHandler {

	private static final String PREFIX = "/bot";

	private final TokenGate tokens;

	private final CallReader reader;

	private final CallRunner runner;

	private final Sessions sessions;

	private final Bots bots;

	private final CallLog calls;

	private final FaultScript faults;

	private final PollCount polls;

	private final Clock clock;

	private final HistoryListener history;

	BotApiHandler(TokenGate tokens, CallReader reader, CallRunner runner, Sessions sessions, Bots bots, CallLog calls,
			FaultScript faults, PollCount polls, Clock clock, HistoryListener history) {
		this.tokens = tokens;
		this.reader = reader;
		this.runner = runner;
		this.sessions = sessions;
		this.bots = bots;
		this.calls = calls;
		this.faults = faults;
		this.polls = polls;
		this.clock = clock;
		this.history = history;
	}

	Mono<Void> handle(Exchange exchange, String path) {
		return this.reader.read(exchange)
			.flatMap((parameters) -> answer(exchange, path, parameters).doFinally((end) -> parameters.discardFiles()))
			.onErrorResume(ApiError.class, (ex) -> exchange.write(ex.toReply()));
	}

	private Mono<Void> answer(Exchange exchange, String path, Parameters parameters) {
		return Mono.fromCallable(() -> read(exchange, path, parameters)).flatMap((call) -> answer(exchange, call));
	}

	private Call read(Exchange exchange, String path, Parameters parameters) {
		BotPath target = BotPath.parse(path, PREFIX);
		if (target == null) {
			throw ApiError.notFound();
		}
		SimulatedBot bot = this.bots.get(this.tokens.check(target.token()), target.test());
		String method = target.rest().isEmpty() ? parameters.get("method") : target.rest();
		Call call = new Call(bot, this.runner.nameOf(method), parameters);
		this.calls.received(record(exchange, call, target.masked(PREFIX)));
		return call;
	}

	private Mono<Void> answer(Exchange exchange, Call call) {
		ScriptedFault fault = this.faults.take(call.name());
		Runnable ended = call.name().equals("getUpdates") ? countPoll(exchange, call.bot()) : () -> {
		};
		Mono<Reply> reply = (fault == null || fault.execute()) ? execute(exchange, call) : Mono.just(Reply.isTrue());
		// The poll ends before the client can see its answer, and poll again
		return reply.flatMap((answer) -> AnswerWriter.write(exchange, fault, answer, ended));
	}

	/**
	 * Run the method. That the client goes away does not cancel it.
	 */
	private Mono<Reply> execute(Exchange exchange, Call call) {
		try {
			this.sessions.enter(call.bot(), call.name(), exchange.header("X-Real-IP"));
		}
		catch (ApiError ex) {
			return Mono.just(ex.toReply());
		}
		return Mono.fromFuture(
				this.runner.run(call.bot(), call.name(), call.parameters(), exchange.connection().number), true);
	}

	private Runnable countPoll(Exchange exchange, SimulatedBot bot) {
		Runnable endOfAll = this.polls.begin();
		long connection = exchange.connection().number;
		this.history.happened(new HistoryEvent.PollBegan(bot.id(), connection));
		Runnable endOfBot = bot.polls()
			.begin(() -> this.history.happened(new HistoryEvent.PollEnded(bot.id(), connection)));
		Runnable end = () -> {
			endOfAll.run();
			endOfBot.run();
		};
		exchange.channel().closeFuture().addListener((ChannelFutureListener) (closed) -> end.run());
		return end;
	}

	private RecordedRequest record(Exchange exchange, Call call, String path) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		exchange.request()
			.requestHeaders()
			.forEach((header) -> headers.putIfAbsent(header.getKey(), header.getValue()));
		return new RecordedRequest(call.bot().id(), call.name(), exchange.verb(), path, headers,
				call.parameters().values(), call.parameters().files().keySet(), this.clock.instant(),
				exchange.connection().number, exchange.connection().tls);
	}

	private record Call(SimulatedBot bot, String name, Parameters parameters) {

	}

}
