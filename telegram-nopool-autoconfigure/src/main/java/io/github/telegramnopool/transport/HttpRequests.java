// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.util.ConcurrentLruCache;

/**
 * What is asked of the Bot API, and how its answers are taken.
 */
final class HttpRequests {

	/**
	 * More than the Bot API has methods.
	 */
	private static final int METHODS = 512;

	private final Supplier<HttpSender> sender;

	private final URI baseUrl;

	private final TokenPath path;

	private final ConcurrentLruCache<String, URI> methods;

	private final Scheduler files;

	/**
	 * Create the requests.
	 * @param sender made with the first request
	 * @param files for what may block on a disk
	 */
	HttpRequests(Supplier<HttpSender> sender, TransportSettings settings, Scheduler files) {
		this.sender = sender;
		this.baseUrl = settings.baseUrl();
		this.path = new TokenPath(settings);
		this.methods = new ConcurrentLruCache<>(METHODS, (method) -> this.baseUrl.resolve(this.path.of(method)));
		this.files = files;
	}

	Flux<HttpAnswer> call(String method, byte[] json, Exchange exchange) {
		return this.sender.get().post(this.methods.get(method), json, (answer) -> read(answer, exchange));
	}

	Flux<HttpAnswer> upload(String method, MultipartBody body, Exchange exchange) {
		// Reactor Netty would tell of a lost connection instead of an unreadable file
		Flux<DataBuffer> content = body.content(this.files).doOnError(exchange::fails);
		return this.sender.get()
			.post(this.methods.get(method), body.contentType(), body.length(), content,
					(answer) -> read(answer, exchange));
	}

	Flux<DataBuffer> download(URI file, Exchange exchange) {
		return this.sender.get()
			.get(file,
					(answer) -> (answer.status() == 200) ? new Inflow(exchange).of(answer.pieces())
							: read(answer, exchange)
								.flatMapMany((refusal) -> Flux.error(new RefusedDownloadException(refusal))));
	}

	private static Mono<HttpAnswer> read(IncomingAnswer answer, Exchange exchange) {
		return AnswerBody.take(answer.pieces())
			.map((body) -> new HttpAnswer(answer.status(), answer.header(HttpHeaders.CONTENT_TYPE),
					answer.header(HttpHeaders.RETRY_AFTER), body, exchange.ended()::times));
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
