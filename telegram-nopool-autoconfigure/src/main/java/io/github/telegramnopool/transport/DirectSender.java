// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.URI;
import java.util.function.Function;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.netty.NettyInbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.util.ConcurrentLruCache;

/**
 * {@link HttpSender} with nothing between it and the {@code HttpClient}: headers, codecs
 * and filters that nobody has changed would cost each call as much as its connection.
 */
final class DirectSender implements HttpSender {

	/**
	 * More than the Bot API has methods.
	 */
	private static final int PREPARED = 512;

	private final HttpClient client;

	private final ConcurrentLruCache<URI, HttpClient.RequestSender> calls;

	DirectSender(HttpClient client) {
		this.client = client
			.headers((headers) -> headers.set(HttpHeaderNames.ACCEPT, HttpHeaderValues.APPLICATION_JSON));
		HttpClient json = this.client
			.headers((headers) -> headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON));
		this.calls = new ConcurrentLruCache<>(PREPARED, (uri) -> json.post().uri(uri));
	}

	/**
	 * The bytes that are given are those that TLS reads.
	 */
	@Override
	public <T> Flux<T> post(URI uri, byte[] json, Function<IncomingAnswer, Publisher<T>> reading) {
		return receive(
				this.calls.get(uri).send((request, outbound) -> outbound.sendObject(Unpooled.wrappedBuffer(json))),
				reading);
	}

	@Override
	public <T> Flux<T> post(URI uri, String contentType, long length, Flux<DataBuffer> content,
			Function<IncomingAnswer, Publisher<T>> reading) {
		return receive(this.client.post().uri(uri).send((request, outbound) -> {
			describe(request, contentType, length);
			return outbound.send(content.map(NettyDataBufferFactory::toByteBuf));
		}), reading);
	}

	private static void describe(HttpClientRequest request, String contentType, long length) {
		request.header(HttpHeaderNames.CONTENT_TYPE, contentType);
		if (length >= 0) {
			request.header(HttpHeaderNames.CONTENT_LENGTH, Long.toString(length));
		}
	}

	@Override
	public <T> Flux<T> get(URI uri, Function<IncomingAnswer, Publisher<T>> reading) {
		return receive(this.client.get().uri(uri), reading);
	}

	private static <T> Flux<T> receive(HttpClient.ResponseReceiver<?> request,
			Function<IncomingAnswer, Publisher<T>> reading) {
		return request.responseConnection(
				(response, connection) -> reading.apply(new DirectAnswer(response, connection.inbound())));
	}

	private record DirectAnswer(HttpClientResponse response, NettyInbound inbound) implements IncomingAnswer {

		@Override
		public int status() {
			return this.response.status().code();
		}

		@Override
		public @Nullable String header(String name) {
			return this.response.responseHeaders().get(name);
		}

		@Override
		public Flux<byte[]> pieces() {
			return this.inbound.receive().map(ByteBufUtil::getBytes);
		}

	}

}
