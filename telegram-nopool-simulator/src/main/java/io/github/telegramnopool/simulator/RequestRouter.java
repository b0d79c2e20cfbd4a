// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Set;
import java.util.function.BiFunction;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpVersion;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Sends each request to the page, to the control API or to the Bot API.
 */
final class RequestRouter implements BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {

	private static final Set<String> VERBS = Set.of("GET", "POST");

	private final ConnectionLog connections;

	private final ChatPage page;

	private final ControlApi control;

	private final BotApiHandler botApi;

	private final FileHandler files;

	RequestRouter(ConnectionLog connections, ChatPage page, ControlApi control, BotApiHandler botApi,
			FileHandler files) {
		this.connections = connections;
		this.page = page;
		this.control = control;
		this.botApi = botApi;
		this.files = files;
	}

	@Override
	public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
		Exchange exchange = exchange(request, response);
		boolean ours = this.page.serves(exchange.rawPath()) || this.control.serves(exchange.rawPath());
		this.connections.request(exchange.connection(),
				ours ? TrackedConnection.Use.CONTROL : TrackedConnection.Use.BOT_API);
		Mono<Void> answer = ours ? control(exchange) : botApi(exchange);
		return answer.onErrorResume(ProtocolError.class, (ex) -> exchange.write(ex.toReply()));
	}

	private Mono<Void> control(Exchange exchange) {
		return this.page.serves(exchange.rawPath()) ? this.page.handle(exchange) : this.control.handle(exchange);
	}

	/**
	 * Refuse what {@code HttpReader} and {@code HttpConnection::handle} refuse before
	 * they look for a token.
	 */
	private Mono<Void> botApi(Exchange exchange) {
		HttpVersion version = exchange.request().version();
		if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
			// Below the codec, which would answer in the very version that was asked for
			return new SpoiltAnswer(exchange.channel(), WireFault.NONE, Reply.bare(505), () -> {
			}).write();
		}
		String transferEncoding = exchange.header(HttpHeaderNames.TRANSFER_ENCODING);
		if (!VERBS.contains(exchange.verb())
				|| !(transferEncoding.isEmpty() || transferEncoding.equalsIgnoreCase("chunked"))) {
			return exchange.write(Reply.bare(501));
		}
		if (!exchange.target().startsWith("/")) {
			return exchange.write(Reply.error(404, "Not Found: absolute URI is specified in the Request-Line"));
		}
		String path = Percent.decode(exchange.rawPath());
		return this.files.serves(path) ? this.files.handle(exchange, path) : this.botApi.handle(exchange, path);
	}

	private static Exchange exchange(HttpServerRequest request, HttpServerResponse response) {
		Channel[] channel = new Channel[1];
		request.withConnection((Connection connection) -> channel[0] = connection.channel());
		return new Exchange(request, response, channel[0], channel[0].attr(Listeners.CONNECTION).get());
	}

}
