// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.URI;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link HttpSender} for users who have changed the {@code WebClient}.
 */
final class WebClientSender implements HttpSender {

	private final WebClient client;

	WebClientSender(HttpClient client, List<TelegramWebClientCustomizer> customizers) {
		WebClient.Builder builder = WebClient.builder();
		customizers.forEach((customizer) -> customizer.customize(builder));
		this.client = builder.clientConnector(new ReactorClientHttpConnector(client)).build();
	}

	@Override
	public <T> Flux<T> post(URI uri, byte[] json, Function<IncomingAnswer, Publisher<T>> reading) {
		return receive(this.client.post().uri(uri).contentType(MediaType.APPLICATION_JSON).bodyValue(json), reading);
	}

	@Override
	public <T> Flux<T> post(URI uri, String contentType, long length, Flux<DataBuffer> content,
			Function<IncomingAnswer, Publisher<T>> reading) {
		return receive(this.client.post().uri(uri).headers((headers) -> {
			headers.set(HttpHeaders.CONTENT_TYPE, contentType);
			if (length >= 0) {
				headers.setContentLength(length);
			}
		}).body(BodyInserters.fromDataBuffers(content)), reading);
	}

	@Override
	public <T> Flux<T> get(URI uri, Function<IncomingAnswer, Publisher<T>> reading) {
		return receive(this.client.get().uri(uri), reading);
	}

	private static <T> Flux<T> receive(WebClient.RequestHeadersSpec<?> request,
			Function<IncomingAnswer, Publisher<T>> reading) {
		return request.accept(MediaType.APPLICATION_JSON)
			.exchangeToFlux((response) -> Flux.from(reading.apply(new WebClientAnswer(response))))
			.doOnDiscard(DataBuffer.class, DataBufferUtils::release);
	}

	private record WebClientAnswer(ClientResponse response) implements IncomingAnswer {

		@Override
		public int status() {
			return this.response.statusCode().value();
		}

		@Override
		public @Nullable String header(String name) {
			return this.response.headers().asHttpHeaders().getFirst(name);
		}

		@Override
		public Flux<byte[]> pieces() {
			return this.response.bodyToFlux(DataBuffer.class).map(WebClientAnswer::copy);
		}

		private static byte[] copy(DataBuffer pooled) {
			byte[] bytes = new byte[pooled.readableByteCount()];
			pooled.read(bytes);
			DataBufferUtils.release(pooled);
			return bytes;
		}

	}

}
