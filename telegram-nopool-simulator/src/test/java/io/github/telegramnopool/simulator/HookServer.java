// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.X509Bundle;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;
import tools.jackson.databind.JsonNode;

/**
 * A webhook of a bot: takes updates and answers as a test wants.
 */
final class HookServer implements AutoCloseable {

	static final Answer OK = new Answer(200, Map.of(), "");

	private final LoopResources loops = LoopResources.create("hook", 1, true);

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final AtomicInteger connections = new AtomicInteger();

	private final DisposableServer server;

	private final String scheme;

	/**
	 * Decides what is answered.
	 */
	volatile Function<Received, Mono<Answer>> answers = (update) -> Mono.just(OK);

	HookServer() {
		this(null);
	}

	HookServer(@Nullable X509Bundle identity) {
		this.scheme = (identity != null) ? "https" : "http";
		HttpServer plain = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.runOn(this.loops, false)
			.doOnChannelInit((observer, channel, remote) -> this.connections.incrementAndGet())
			.handle(this::handle);
		this.server = ((identity != null) ? secure(plain, identity) : plain).bindNow();
	}

	private static HttpServer secure(HttpServer plain, X509Bundle identity) {
		GenericSslContextSpec<SslContextBuilder> tls = Http11SslContextSpec
			.forServer(identity.getKeyPair().getPrivate(), identity.getCertificatePath())
			.configure((builder) -> builder.sslProvider(SslProvider.JDK));
		return plain.secure((spec) -> spec.sslContext(tls));
	}

	static Answer status(int status) {
		return new Answer(status, Map.of(), "");
	}

	void answer(Answer answer) {
		this.answers = (update) -> Mono.just(answer);
	}

	String url() {
		return this.scheme + "://127.0.0.1:" + port() + "/hook?a=b";
	}

	int port() {
		return this.server.port();
	}

	List<Received> received() {
		return this.received;
	}

	/**
	 * Texts of the messages that came, in their order.
	 */
	List<String> texts() {
		return this.received.stream().map(Received::text).toList();
	}

	int connections() {
		return this.connections.get();
	}

	@Override
	public void close() {
		this.server.disposeNow(Duration.ofSeconds(5));
		this.loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString().defaultIfEmpty("").flatMap((body) -> {
			Received update = new Received(request.method().name() + " " + request.uri(), request.requestHeaders(),
					body);
			this.received.add(update);
			return this.answers.apply(update).flatMap((answer) -> {
				answer.headers().forEach(response::header);
				return response.status(answer.status()).sendString(Mono.just(answer.body())).then();
			});
		});
	}

	/**
	 * What came.
	 */
	record Received(String line, HttpHeaders headers, String body) {

		JsonNode update() {
			JsonNode update = Json.parseOrNull(this.body);
			return (update != null) ? update : Json.object();
		}

		String text() {
			return update().path("message").path("text").asString("");
		}

	}

	/**
	 * What is answered.
	 */
	record Answer(int status, Map<String, String> headers, String body) {

	}

}
