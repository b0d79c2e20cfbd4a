package io.github.telegramnopool.transport;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Carries calls to the Bot API, each on a connection that is opened for it and closed
 * after it.
 * <p>
 * The way in to this package. A transport has its own event loops and timer, which start
 * with the first call and end with {@link #close()}.
 *
 * @since 0.1.0
 */
public final class BotTransport implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(BotTransport.class);

	/**
	 * The official server puts at most 4 MiB of updates into an answer; twice that leaves
	 * room for their escaping.
	 */
	private static final int MAX_ANSWER_BYTES = 8 * 1024 * 1024;

	private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(2);

	private static final int RESOLVER_THREADS = 4;

	private final TransportSettings settings;

	private final ConnectionCounter counter = new ConnectionCounter();

	private final CallGate gate;

	private final LoopResources loops;

	private final Scheduler timer;

	private final ThreadPoolExecutor resolver;

	private final Sinks.Empty<Void> closing = Sinks.empty();

	private volatile boolean closed;

	private final Supplier<WebClient> webClient;

	private final FailureTranslator failures;

	private final TokenPath path;

	/**
	 * Create a transport. No connection is opened and no thread started.
	 * @param name the prefix of the names of its threads
	 * @param settings how connections are made
	 * @param threads the number of event loops
	 * @param maxConcurrentCalls the number of calls at a time, 0 for no limit
	 * @param customizers what users change on the clients
	 */
	public BotTransport(String name, TransportSettings settings, int threads, int maxConcurrentCalls,
			ClientCustomizers customizers) {
		this.settings = settings;
		this.gate = new CallGate(maxConcurrentCalls);
		this.loops = LoopResources.create(name, threads, true);
		this.timer = Schedulers.newSingle(name + "-timer", true);
		this.resolver = newResolver(name);
		this.failures = new FailureTranslator(settings);
		this.path = new TokenPath(settings);
		this.webClient = SingletonSupplier.of(() -> newWebClient(customizers));
	}

	/**
	 * Not Reactor's shared threads: an application that blocks all of those must not keep
	 * the poller from finding its proxy.
	 */
	private static ThreadPoolExecutor newResolver(String name) {
		CustomizableThreadFactory factory = new CustomizableThreadFactory(name + "-resolver-");
		factory.setDaemon(true);
		ThreadPoolExecutor resolver = new ThreadPoolExecutor(RESOLVER_THREADS, RESOLVER_THREADS, 30, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), factory);
		resolver.allowCoreThreadTimeOut(true);
		return resolver;
	}

	private WebClient newWebClient(ClientCustomizers customizers) {
		HttpClient client = new UnpooledHttpClient(this.settings, this.counter, this.resolver).build(this.loops,
				customizers.httpClient());
		WebClient.Builder builder = WebClient.builder();
		List<TelegramWebClientCustomizer> webClient = customizers.webClient();
		webClient.forEach((customizer) -> customizer.customize(builder));
		return builder.clientConnector(new ReactorClientHttpConnector(client)).build();
	}

	/**
	 * Call a method of the Bot API once.
	 * @param method the name of the method
	 * @param json the parameters, a JSON object in UTF-8
	 * @param deadline the time after which the call is given up, body and waiting
	 * included
	 * @return the answer, whatever its status; an error is always a
	 * {@link TransportException}; cancelling closes the connection at once. Nothing
	 * happens before it is subscribed to. Signals come on an event loop or the timer.
	 */
	public Mono<HttpAnswer> call(String method, byte[] json, Duration deadline) {
		return Mono.defer(() -> {
			Exchange exchange = new Exchange();
			return this.gate.admit(exchange.guard(send(method, json, exchange)))
				.timeout(deadline, this.timer)
				.takeUntilOther(this.closing.asMono())
				.onErrorMap((ex) -> this.failures.translate(ex, exchange, deadline));
		});
	}

	private Mono<HttpAnswer> send(String method, byte[] json, Exchange exchange) {
		return Mono.defer(() -> {
			if (this.closed) {
				// Event loops would come to life again, and nobody would end them
				return Mono.error(stopping());
			}
			return this.webClient.get()
				.post()
				.uri(uri(method))
				.contentType(MediaType.APPLICATION_JSON)
				.accept(MediaType.APPLICATION_JSON)
				.bodyValue(json)
				.exchangeToMono((response) -> read(response, exchange));
		});
	}

	private URI uri(String method) {
		return this.settings.baseUrl().resolve(this.path.of(method));
	}

	private Mono<HttpAnswer> read(ClientResponse response, Exchange exchange) {
		HttpHeaders headers = response.headers().asHttpHeaders();
		return DataBufferUtils.join(response.bodyToFlux(DataBuffer.class), MAX_ANSWER_BYTES)
			.map(BotTransport::bytes)
			.defaultIfEmpty(new byte[0])
			.map((body) -> new HttpAnswer(response.statusCode().value(), headers.getFirst(HttpHeaders.CONTENT_TYPE),
					headers.getFirst(HttpHeaders.RETRY_AFTER), body, exchange.times()));
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	/**
	 * Wait on the transport's own timer.
	 * @param duration the time to wait
	 * @return completes after that time
	 */
	public Mono<Void> pause(Duration duration) {
		return Mono.delay(duration, this.timer).then().takeUntilOther(this.closing.asMono());
	}

	/**
	 * How the Bot API is reached.
	 * @return a description of the proxy, or that there is none
	 */
	public String route() {
		return this.settings.route();
	}

	/**
	 * Connections so far.
	 * @return the number of connections opened and closed
	 */
	public ConnectionCounts connections() {
		return this.counter.counts();
	}

	/**
	 * Calls that wait for others to end.
	 * @return the number of calls that have not begun to connect
	 */
	public int waitingCalls() {
		return this.gate.waiting();
	}

	/**
	 * End the event loops and the timer, and with them every call that is under way.
	 */
	@Override
	public void close() {
		this.closed = true;
		this.closing.tryEmitError(stopping());
		this.timer.dispose();
		this.resolver.shutdownNow();
		this.loops.disposeLater(Duration.ZERO, SHUTDOWN_TIMEOUT)
			.doOnError((ex) -> logger.debug("The event loops have not ended in time", ex))
			.onErrorComplete()
			.block();
	}

	private static CancellationException stopping() {
		return new CancellationException("The application stops");
	}

}
