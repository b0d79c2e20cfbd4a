// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import io.netty.resolver.NoopAddressResolverGroup;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

import org.springframework.core.io.InputStreamSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.function.SingletonSupplier;

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

	private static final String TELEGRAM = "api.telegram.org";

	private final TransportSettings settings;

	private final Routes routes;

	private final ClientSslContext tls;

	private final NameService names;

	private final ConnectionCounter counter = new ConnectionCounter();

	private final CallGate gate;

	private final TransportThreads threads;

	private final CallsUnderWay calls;

	private final Function<UploadMeter, Exchange> newExchange;

	private final Supplier<Exchange> exchanges;

	private boolean closed;

	private final SpareConnections spares;

	private final Supplier<HttpClient> httpClient;

	private final Supplier<HttpSender> sender;

	private final Network network;

	private final HttpRequests requests;

	/**
	 * Create a transport that finds out by itself which routes work.
	 * @param name the prefix of the names of its threads
	 * @param settings how connections are made
	 * @param threads the number of event loops
	 * @param maxConcurrentCalls the number of calls at a time, 0 for no limit
	 * @param customizers what users change on the clients
	 */
	public BotTransport(String name, TransportSettings settings, int threads, int maxConcurrentCalls,
			ClientCustomizers customizers) {
		this(name, settings, new Routes(name, settings.routes()), threads, maxConcurrentCalls, customizers);
	}

	/**
	 * Create a transport. No connection is opened and no thread started.
	 * @param name the prefix of the names of its threads
	 * @param settings how connections are made
	 * @param routes the routes of the settings, shared with the bot's other transports
	 * @param threads the number of event loops
	 * @param maxConcurrentCalls the number of calls at a time, 0 for no limit
	 * @param customizers what users change on the clients
	 */
	public BotTransport(String name, TransportSettings settings, Routes routes, int threads, int maxConcurrentCalls,
			ClientCustomizers customizers) {
		this(name, settings, routes, threads, maxConcurrentCalls, customizers, NameService.JVM);
	}

	BotTransport(String name, TransportSettings settings, Routes routes, int threads, int maxConcurrentCalls,
			ClientCustomizers customizers, NameService names) {
		this(name, settings, routes, new ClientSslContext(settings.sslBundle()), threads, maxConcurrentCalls,
				customizers, names);
	}

	BotTransport(String name, TransportSettings settings, Routes routes, ClientSslContext tls, int threads,
			int maxConcurrentCalls, ClientCustomizers customizers, NameService names) {
		this.settings = settings;
		this.routes = routes;
		this.tls = tls;
		this.names = names;
		this.gate = new CallGate(maxConcurrentCalls);
		this.threads = new TransportThreads(name, threads);
		this.network = new Network(settings, routes, new AddressBook(names, this.threads.resolver()),
				new FailureTranslator(settings, maxConcurrentCalls > 0));
		boolean measured = customizers.phases() != null;
		this.newExchange = measured ? MeasuredExchange::new : Exchange::new;
		this.exchanges = measured ? () -> new MeasuredExchange(null) : Exchange::new;
		this.calls = new CallsUnderWay(this.threads.timer(), this.network.failures(), customizers.phases());
		this.spares = new SpareConnections(this.network, this::target);
		this.httpClient = SingletonSupplier.of(() -> newHttpClient(customizers));
		this.sender = SingletonSupplier.of(() -> newSender(customizers.webClient()));
		this.requests = new HttpRequests(this.sender, settings, this.threads.files());
	}

	/**
	 * Create another transport of the same bot. It shares the routes and the TLS sessions
	 * with this one, but no thread and no connection, and either may be closed first.
	 * @param name the prefix of the names of its threads
	 * @param threads the number of event loops
	 * @param maxConcurrentCalls the number of calls at a time, 0 for no limit
	 * @param customizers what users change on the clients
	 * @return the transport
	 */
	public BotTransport another(String name, int threads, int maxConcurrentCalls, ClientCustomizers customizers) {
		return new BotTransport(name, this.settings, this.routes, this.tls, threads, maxConcurrentCalls, customizers,
				this.names);
	}

	private HttpClient newHttpClient(ClientCustomizers customizers) {
		return new UnpooledHttpClient(this.network, this.spares, this.tls, this.counter).build(this.threads.loops(),
				customizers.httpClient());
	}

	private HttpSender newSender(List<TelegramWebClientCustomizer> customizers) {
		HttpClient client = this.httpClient.get();
		return customizers.isEmpty() ? new DirectSender(client) : new WebClientSender(client, customizers);
	}

	private ConnectTarget target() {
		return new ConnectTarget(this.httpClient.get().configuration(), new Route(null).peer(this.settings.baseUrl()),
				NoopAddressResolverGroup.INSTANCE, this.threads.loops().onClient(LoopResources.DEFAULT_NATIVE).next());
	}

	/**
	 * Begin a connection, since a call is likely to follow. It is used once, and closed
	 * if no call comes within two seconds. Nothing is begun if calls mostly have not
	 * followed before.
	 */
	public void expectCall() {
		if (isOpen()) {
			this.spares.expectCall();
		}
	}

	/**
	 * Begin connections for calls that will follow at once, one after the other.
	 * @param count the number of connections that are to be begun, with those that are so
	 * already
	 */
	public void prepare(int count) {
		if (isOpen()) {
			this.spares.prepare(count);
		}
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
		return call(method, json, deadline, deadline);
	}

	/**
	 * Call a method of the Bot API once.
	 * @param method the name of the method
	 * @param json the parameters, a JSON object in UTF-8
	 * @param deadline the time after which the call is given up, body and waiting
	 * included
	 * @param answer the time from when the request is written, after which the call is
	 * given up if no answer has begun
	 * @return the answer, as from {@link #call(String, byte[], Duration)}
	 */
	public Mono<HttpAnswer> call(String method, byte[] json, Duration deadline, Duration answer) {
		return bounded(this.exchanges, (exchange) -> this.requests.call(method, json, exchange), deadline, answer)
			.singleOrEmpty();
	}

	/**
	 * Call a method of the Bot API once, with files.
	 * @param method the name of the method
	 * @param body the parameters and files
	 * @param deadline the time after which the call is given up, transfer and waiting
	 * included
	 * @param progress what to tell the number of bytes that the socket has taken; called
	 * on an event loop, so it has to be quick
	 * @return the answer, as from {@link #call}
	 */
	public Mono<HttpAnswer> upload(String method, MultipartBody body, Duration deadline, LongConsumer progress) {
		return bounded(() -> this.newExchange.apply(new UploadMeter(body.length(), progress)),
				(exchange) -> this.requests.upload(method, body, exchange), deadline, deadline)
			.singleOrEmpty();
	}

	/**
	 * Download a file once.
	 * @param filePath the {@code file_path} that {@code getFile} told
	 * @param deadline the time after which the download is given up, also if it is its
	 * subscriber who is slow
	 * @return the content, to be released by its subscriber; an error is a
	 * {@link TransportException} or, if something else than the file was answered, a
	 * {@link RefusedDownloadException}
	 */
	public Flux<DataBuffer> download(String filePath, Duration deadline) {
		return Flux.defer(() -> {
			URI file = this.requests.file(filePath);
			return bounded(this.exchanges, (exchange) -> this.requests.download(file, exchange), deadline, deadline);
		});
	}

	private <T> Flux<T> bounded(Supplier<Exchange> exchanges, Function<Exchange, Flux<T>> call, Duration deadline,
			Duration answer) {
		return new BoundedCall<>(this.calls, exchanges,
				(exchange) -> this.gate
					.admit(Flux.defer(() -> isOpen() ? call.apply(exchange) : Flux.error(CallsUnderWay.stopping()))),
				deadline, answer);
	}

	/**
	 * Make sure that there are event loops, which {@link #close()} ends.
	 */
	private synchronized boolean isOpen() {
		if (!this.closed) {
			this.threads.open();
		}
		return !this.closed;
	}

	/**
	 * Wait on the transport's own timer.
	 * @param duration the time to wait
	 * @return completes after that time
	 */
	public Mono<Void> pause(Duration duration) {
		return this.calls.pause(duration);
	}

	/**
	 * Read something of this machine.
	 * @param name what it is called in messages
	 * @param content opens it
	 * @return the content, read on threads of the transport's own
	 */
	public Flux<DataBuffer> read(String name, InputStreamSource content) {
		return new FileChunks(new FilePart(name, name, -1, content), this.threads.files()).read();
	}

	/**
	 * Threads for what may block on a disk. They start when they are needed.
	 * @return the transport's own, which end with it
	 */
	public Scheduler fileThreads() {
		return this.threads.files();
	}

	/**
	 * Whether calls go to Telegram's own servers.
	 * @return {@code false} if the base URL is that of another Bot API server
	 */
	public boolean reachesTelegramItself() {
		return TELEGRAM.equalsIgnoreCase(this.settings.baseUrl().getHost());
	}

	/**
	 * How the Bot API is reached.
	 * @return a description of the route that was taken last
	 */
	public String route() {
		return this.routes.current().description();
	}

	/**
	 * Whether the event loops do their work. If code of others holds one up, deadlines
	 * still end calls, but no call can succeed.
	 * @return {@code false} if one of them did not answer within a second
	 */
	public boolean isResponsive() {
		return !isOpen() || this.threads.isResponsive();
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
		synchronized (this) {
			this.closed = true;
		}
		this.calls.close();
		this.spares.close();
		this.threads.close();
	}

}
