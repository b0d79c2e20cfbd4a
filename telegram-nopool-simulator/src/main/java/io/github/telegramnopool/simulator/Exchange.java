// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * One request with its answer to be, and the connection that carries both.
 */
record Exchange(HttpServerRequest request, HttpServerResponse response, Channel channel, TrackedConnection connection) {

	/**
	 * The target as it came, before any decoding.
	 */
	String target() {
		return this.request.uri();
	}

	String rawPath() {
		return target().substring(0, endOfPath());
	}

	/**
	 * What follows a question mark, unless a fragment begins before it.
	 */
	String rawQuery() {
		int end = endOfPath();
		return target().startsWith("?", end) ? target().substring(end + 1) : "";
	}

	private int endOfPath() {
		int end = 0;
		while (end < target().length() && target().charAt(end) != '?' && target().charAt(end) != '#') {
			end++;
		}
		return end;
	}

	String verb() {
		return this.request.method().name();
	}

	String header(CharSequence name) {
		return this.request.requestHeaders().get(name, "");
	}

	/**
	 * Write a file, from the disk and not through the heap.
	 */
	Mono<Void> write(StoredFile file) {
		this.response.status(200)
			.header(HttpHeaderNames.CONNECTION, "keep-alive")
			.header(HttpHeaderNames.CONTENT_TYPE, "application/octet-stream")
			.header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(file.size()));
		return this.response.sendFile(file.location(), 0, file.size()).then();
	}

	/**
	 * Write an answer with the headers that {@code HttpConnection::send_response} sets.
	 */
	Mono<Void> write(Reply reply) {
		this.response.status(reply.status())
			.header(HttpHeaderNames.CONNECTION, "keep-alive")
			.header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(reply.body().length));
		reply.headers().forEach(this.response::header);
		return (reply.body().length > 0) ? this.response.sendByteArray(Mono.just(reply.body())).then()
				: this.response.send();
	}

}
