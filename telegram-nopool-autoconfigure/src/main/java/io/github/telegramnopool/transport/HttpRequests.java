package io.github.telegramnopool.transport;

import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * What is asked of the {@code WebClient}, and how its answers are taken.
 */
final class HttpRequests {

	private final Supplier<WebClient> client;

	private final URI baseUrl;

	private final TokenPath path;

	private final Scheduler files;

	/**
	 * Create the requests.
	 * @param client makes the client with the first request
	 * @param files for what may block on a disk
	 */
	HttpRequests(Supplier<WebClient> client, TransportSettings settings, Scheduler files) {
		this.client = client;
		this.baseUrl = settings.baseUrl();
		this.path = new TokenPath(settings);
		this.files = files;
	}

	Flux<HttpAnswer> call(String method, byte[] json, Exchange exchange) {
		return send(this.client.get().post().uri(uri(method)).contentType(MediaType.APPLICATION_JSON).bodyValue(json),
				exchange);
	}

	Flux<HttpAnswer> upload(String method, MultipartBody body, Exchange exchange) {
		// Reactor Netty would tell of a lost connection instead of an unreadable file
		Flux<DataBuffer> content = body.content(this.files).doOnError(exchange::fails);
		return send(this.client.get().post().uri(uri(method)).headers((headers) -> {
			headers.set(HttpHeaders.CONTENT_TYPE, body.contentType());
			if (body.length() >= 0) {
				headers.setContentLength(body.length());
			}
		}).body(BodyInserters.fromDataBuffers(content)), exchange);
	}

	private static Flux<HttpAnswer> send(WebClient.RequestHeadersSpec<?> request, Exchange exchange) {
		return request.accept(MediaType.APPLICATION_JSON).exchangeToMono((response) -> read(response, exchange)).flux();
	}

	Flux<DataBuffer> download(URI file, Exchange exchange) {
		return this.client.get()
			.get()
			.uri(file)
			.exchangeToFlux((response) -> (response.statusCode().value() == 200)
					? new Inflow(exchange).of(response.bodyToFlux(DataBuffer.class)) : read(response, exchange)
						.flatMapMany((answer) -> Flux.error(new RefusedDownloadException(answer))));
	}

	private static Mono<HttpAnswer> read(ClientResponse response, Exchange exchange) {
		HttpHeaders headers = response.headers().asHttpHeaders();
		return AnswerBody.take(response.bodyToFlux(DataBuffer.class))
			.map((body) -> new HttpAnswer(response.statusCode().value(), headers.getFirst(HttpHeaders.CONTENT_TYPE),
					headers.getFirst(HttpHeaders.RETRY_AFTER), body, exchange.times()));
	}

	private URI uri(String method) {
		return this.baseUrl.resolve(this.path.of(method));
	}

	/**
	 * The address of a file.
	 * @throws TransportException if there can be no such file
	 */
	URI file(String filePath) {
		try {
			return this.baseUrl.resolve(this.path.ofFile(filePath));
		}
		catch (IllegalArgumentException ex) {
			throw new TransportException(Phase.WAITING, false, true, new PhaseTimes(Map.of()),
					FailureTranslator.summary(ex), ex);
		}
	}

}
