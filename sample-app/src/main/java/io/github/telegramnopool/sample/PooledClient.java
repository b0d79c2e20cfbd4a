// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;

import io.github.telegramnopool.simulator.fault.FaultProxy;
import io.netty.handler.ssl.SslContextBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;
import reactor.netty.transport.ProxyProvider;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * A Telegram client as it is usually written: a {@code WebClient} with a pool of
 * connections, everything else as the library has it by default, and a loop that tries
 * again after each failure.
 */
final class PooledClient implements AutoCloseable {

	static final String HOST = "api.telegram.test";

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final ConnectionProvider connections = ConnectionProvider.create("pooled-twin", 2);

	private final WebClient client;

	private final String path;

	private long offset;

	PooledClient(long botId, X509Certificate authority, FaultProxy proxy) {
		this.path = "https://" + HOST + "/bot" + botId + ":" + "pooled-twin-".repeat(3) + "/";
		SslBundle trust = SslBundle.of(SslStoreBundle.of(null, null, trustStore(authority)));
		GenericSslContextSpec<SslContextBuilder> tls = Http11SslContextSpec.forClient()
			.configure((builder) -> builder.trustManager(trust.getManagers().getTrustManagerFactory()));
		HttpClient http = HttpClient.create(this.connections)
			.proxy((spec) -> spec.type(ProxyProvider.Proxy.SOCKS5).host(proxy.host()).port(proxy.port()))
			.secure((spec) -> spec.sslContext(tls));
		this.client = WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
	}

	/**
	 * Tell the simulator the bot's name.
	 */
	Mono<JsonNode> introduce() {
		return call("setMyName", Map.of("name", "Pooled twin")).retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE));
	}

	/**
	 * Say again what people say, for ever. Answers are sent while the next poll waits.
	 */
	Mono<Void> echo(Duration timeout) {
		return Mono.defer(() -> call("getUpdates", Map.of("offset", this.offset, "timeout", timeout.toSeconds())))
			.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
			.repeat()
			.flatMap((updates) -> Flux.fromStream(updates.valueStream()).doOnNext(this::confirm))
			.flatMap(this::answer)
			.then();
	}

	@Override
	public void close() {
		this.connections.dispose();
	}

	private void confirm(JsonNode update) {
		this.offset = Math.max(this.offset, update.path("update_id").asLong() + 1);
	}

	private Mono<JsonNode> answer(JsonNode update) {
		JsonNode message = update.path("message");
		if (!message.path("text").isString()) {
			return Mono.empty();
		}
		return call("sendMessage", Map.of("chat_id", message.path("chat").path("id").asLong(), "text",
				"You said: " + message.path("text").stringValue()))
			.onErrorComplete();
	}

	private Mono<JsonNode> call(String method, Map<String, ?> parameters) {
		return this.client.post()
			.uri(this.path + method)
			.bodyValue(parameters)
			.retrieve()
			.bodyToMono(JsonNode.class)
			.map((answer) -> answer.path("result"));
	}

	private static KeyStore trustStore(X509Certificate authority) {
		try {
			KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
			store.load(null, null);
			store.setCertificateEntry("telegram-simulator", authority);
			return store;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("The simulator's certificate cannot be put into a trust store", ex);
		}
	}

}
