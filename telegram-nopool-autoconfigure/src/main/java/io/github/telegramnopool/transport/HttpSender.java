// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.URI;
import java.util.function.Function;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Sends requests and hands over their answers, as soon as these begin.
 * <p>
 * There are two: {@link DirectSender}, and {@link WebClientSender} for who changes the
 * {@code WebClient}. Both send the same, through the same {@code HttpClient}.
 */
interface HttpSender {

	/**
	 * Send what is in memory.
	 */
	<T> Flux<T> post(URI uri, byte[] json, Function<IncomingAnswer, Publisher<T>> reading);

	/**
	 * Send what comes.
	 * @param length the number of bytes, or -1
	 */
	<T> Flux<T> post(URI uri, String contentType, long length, Flux<DataBuffer> content,
			Function<IncomingAnswer, Publisher<T>> reading);

	<T> Flux<T> get(URI uri, Function<IncomingAnswer, Publisher<T>> reading);

}
