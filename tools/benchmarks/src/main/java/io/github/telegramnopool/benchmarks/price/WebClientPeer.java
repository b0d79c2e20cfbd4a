// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.telegramnopool.benchmarks.peer.Peer;
import io.github.telegramnopool.benchmarks.peer.PeerProcess;
import io.github.telegramnopool.benchmarks.peer.PeerSetup;
import io.netty.channel.ChannelOption;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.ProxyProvider;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Spring's WebClient with Reactor Netty's pool, as people write a bot with it: small
 * records, and a loop that polls.
 */
public final class WebClientPeer implements Peer {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final ConnectionProvider pool = ConnectionProvider.builder("pooled").build();

	private final WebClient client;

	private volatile boolean closed;

	private WebClientPeer(PeerSetup setup, LongConsumer listener) {
		this.client = WebClient.builder()
			.baseUrl(setup.telegram() + "/bot" + PeerSetup.TOKEN)
			.clientConnector(new ReactorClientHttpConnector(http(setup)))
			.build();
		if (setup.polls()) {
			Thread thread = new Thread(() -> poll(listener), "poller");
			thread.setDaemon(true);
			thread.start();
		}
	}

	/**
	 * Run until the standard input ends.
	 * @param arguments as {@link PeerProcess} has them
	 * @throws IOException if the input cannot be read
	 */
	public static void main(String[] arguments) throws IOException {
		PeerProcess.run(arguments, WebClientPeer::new);
	}

	private HttpClient http(PeerSetup setup) {
		HttpClient http = HttpClient.create(this.pool);
		URI proxy = setup.proxy();
		if (proxy != null) {
			boolean socks = proxy.getScheme().startsWith("socks");
			http = http.proxy((spec) -> spec.type(socks ? ProxyProvider.Proxy.SOCKS5 : ProxyProvider.Proxy.HTTP)
				.host(proxy.getHost())
				.port(proxy.getPort()));
		}
		if (setup.tuned()) {
			http = http.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PeerSetup.CONNECT_TIMEOUT.toMillis())
				.responseTimeout(PeerSetup.READ_TIMEOUT);
		}
		return http;
	}

	private void poll(LongConsumer listener) {
		long offset = 0;
		while (!this.closed) {
			try {
				Updates updates = call("getUpdates",
						Map.of("offset", offset, "limit", 100, "timeout", PeerSetup.POLL_SECONDS), Updates.class)
					.block();
				for (Update update : Objects.requireNonNull(updates).result()) {
					offset = update.updateId() + 1;
					listener.accept(update.updateId());
				}
			}
			catch (RuntimeException ex) {
				Mono.delay(PAUSE).block();
			}
		}
	}

	@Override
	public void send(long chat, String text) throws IOException {
		Sent sent = sent(chat, text).block();
		if (sent == null || !sent.ok()) {
			throw new IOException("Not sent: " + sent);
		}
	}

	@Override
	public CompletableFuture<?> sendLater(long chat, String text) {
		return sent(chat, text).toFuture();
	}

	private Mono<Sent> sent(long chat, String text) {
		return call("sendMessage", Map.of("chat_id", chat, "text", text), Sent.class);
	}

	private <T> Mono<T> call(String method, Map<String, Object> parameters, Class<T> answer) {
		return this.client.post().uri("/" + method).bodyValue(parameters).retrieve().bodyToMono(answer);
	}

	@Override
	public void close() {
		this.closed = true;
		this.pool.dispose();
	}

	record Sent(boolean ok, Message result) {

	}

	record Updates(boolean ok, List<Update> result) {

	}

	record Update(@JsonProperty("update_id") long updateId, Message message) {

	}

	record Message(@JsonProperty("message_id") long messageId, Chat chat, String text) {

	}

	record Chat(long id) {

	}

}
