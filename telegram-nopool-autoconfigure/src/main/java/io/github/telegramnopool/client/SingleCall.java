// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.HttpAnswer;
import io.github.telegramnopool.transport.MultipartBody;
import io.github.telegramnopool.transport.TransportException;
import reactor.core.publisher.Mono;

/**
 * Calls a method once and tells what became of it.
 */
final class SingleCall {

	private final BotTransport transport;

	private final RequestWriter writer;

	private final Consumer<HttpAnswer> success;

	/**
	 * Create a caller.
	 * @param success what to tell the answer of each call that succeeds
	 */
	SingleCall(BotTransport transport, RequestWriter writer, Consumer<HttpAnswer> success) {
		this.transport = transport;
		this.writer = writer;
		this.success = success;
	}

	<M extends BotApiMethod<?>, R> Mono<R> call(M method, BiFunction<M, HttpAnswer, R> reading, Duration deadline) {
		return call(method, reading, deadline, deadline);
	}

	<M extends BotApiMethod<?>, R> Mono<R> call(M method, BiFunction<M, HttpAnswer, R> reading, Duration deadline,
			Duration answer) {
		return Mono.defer(() -> receive(method,
				this.transport.call(method.methodName(), write(method).json(), deadline, answer), reading));
	}

	<M extends BotApiMethod<?>, R> Mono<R> call(M method, byte[] json, BiFunction<M, HttpAnswer, R> reading,
			Duration deadline) {
		return receive(method, this.transport.call(method.methodName(), json, deadline), reading);
	}

	<M extends BotApiMethod<?>, R> Mono<R> upload(M method, MultipartBody body, BiFunction<M, HttpAnswer, R> reading,
			Duration deadline, LongConsumer progress) {
		return receive(method, this.transport.upload(method.methodName(), body, deadline, progress), reading);
	}

	Request write(BotApiMethod<?> method) {
		return this.writer.write(method);
	}

	private <M extends BotApiMethod<?>, R> Mono<R> receive(M method, Mono<HttpAnswer> answer,
			BiFunction<M, HttpAnswer, R> reading) {
		return answer.onErrorMap(TransportException.class, (ex) -> outcome(method.methodName(), ex))
			.map((received) -> read(method, received, reading));
	}

	private <M, R> R read(M method, HttpAnswer answer, BiFunction<M, HttpAnswer, R> reading) {
		R result = reading.apply(method, answer);
		this.success.accept(answer);
		return result;
	}

	Mono<Void> pause(Duration duration) {
		return this.transport.pause(duration);
	}

	static TelegramException outcome(String method, TransportException failure) {
		return failure.isRequestSent() ? new OutcomeUnknownException(method, failure)
				: new RequestNotSentException(method, failure);
	}

}
