// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/**
 * A real HTTP server on the loopback interface that answers as a test tells it to and
 * remembers what it saw.
 */
public final class LoopbackServer implements AutoCloseable {

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final AtomicInteger opened = new AtomicInteger();

	private final AtomicInteger closed = new AtomicInteger();

	/**
	 * One thread, so that what a client does in order is seen in order.
	 */
	private final LoopResources loops = LoopResources.create("loopback-server", 1, true);

	private final DisposableServer server;

	private volatile Function<Request, Mono<Answer>> answers;

	public LoopbackServer(Function<Request, Mono<Answer>> answers) {
		this.answers = answers;
		this.server = HttpServer.create().runOn(this.loops).host("127.0.0.1").port(0).doOnConnection((connection) -> {
			this.opened.incrementAndGet();
			connection.onDispose(this.closed::incrementAndGet);
		}).handle(this::handle).bindNow();
	}

	/**
	 * A server that always answers the same.
	 */
	public static LoopbackServer answering(Answer answer) {
		return new LoopbackServer((request) -> Mono.just(answer));
	}

	private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString().defaultIfEmpty("").flatMap((body) -> {
			Request seen = new Request(String.valueOf(request.remoteAddress()), request.method().name(), request.uri(),
					request.requestHeaders().copy(), body);
			this.requests.add(seen);
			return this.answers.apply(seen);
		}).flatMap((answer) -> {
			answer.headers().forEach(response::header);
			response.status(answer.status());
			return response.sendByteArray(Mono.just(answer.body().getBytes(StandardCharsets.UTF_8))).then();
		});
	}

	public void answers(Function<Request, Mono<Answer>> answers) {
		this.answers = answers;
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.port();
	}

	public int port() {
		return this.server.port();
	}

	public List<Request> requests() {
		return this.requests;
	}

	/**
	 * Requests for a method of the Bot API.
	 */
	public List<Request> requests(String method) {
		return this.requests.stream().filter((request) -> request.botMethod().equals(method)).toList();
	}

	public int opened() {
		return this.opened.get();
	}

	public int open() {
		return this.opened.get() - this.closed.get();
	}

	@Override
	public void close() {
		this.server.disposeNow(Duration.ofSeconds(5));
		this.loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
	}

	/**
	 * A request as the server saw it.
	 */
	public record Request(String connection, String httpMethod, String uri, HttpHeaders headers, String body) {

		public String botMethod() {
			return this.uri.substring(this.uri.lastIndexOf('/') + 1);
		}

	}

	/**
	 * What to answer.
	 */
	public record Answer(int status, Map<String, String> headers, String body) {

		public static Answer json(String body) {
			return json(200, body);
		}

		public static Answer json(int status, String body) {
			return new Answer(status, Map.of("Content-Type", "application/json"), body);
		}

		public static Answer ok(String result) {
			return json("{\"ok\":true,\"result\":" + result + "}");
		}

		public static Answer refusal(int code, String description, @Nullable String parameters) {
			return json(code, "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\""
					+ ((parameters != null) ? ",\"parameters\":" + parameters : "") + "}");
		}

		public Answer with(String header, String value) {
			Map<String, String> headers = new ConcurrentHashMap<>(this.headers);
			headers.put(header, value);
			return new Answer(this.status, headers, this.body);
		}

	}

}
