package io.github.telegramnopool.transport;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A call that takes the next address, and then the next route, when a connection fails
 * before the request has left. Each connection has an {@link Exchange} of its own, so
 * what comes late from one is not taken for something of the next.
 */
final class RoutedCall {

	/**
	 * For a route that has failed, while another one works.
	 */
	private static final Duration TRIAL = Duration.ofSeconds(3);

	private final Network network;

	private final Supplier<Exchange> exchanges;

	private final List<Route> tried = new ArrayList<>();

	private final List<TransportException> failures = new ArrayList<>();

	private volatile Exchange exchange;

	RoutedCall(Network network, Supplier<Exchange> exchanges) {
		this.network = network;
		this.exchanges = exchanges;
		this.exchange = exchanges.get();
	}

	/**
	 * Make the call.
	 * @param attempt makes the request on a connection of its own
	 * @return what came of the connection by which the request left, or why there was
	 * none
	 */
	<T> Flux<T> run(Function<Exchange, Flux<T>> attempt) {
		return Flux.defer(() -> {
			Routes.Choice choice = this.network.routes().choose(this.tried);
			return (choice != null) ? take(choice, attempt) : Flux.error(TransportException.ofAll(this.failures));
		});
	}

	private <T> Flux<T> take(Routes.Choice choice, Function<Exchange, Flux<T>> attempt) {
		this.tried.add(choice.route());
		Duration patience = patience(choice);
		Flux<T> call = Mono.defer(() -> find(choice.route()))
			.flatMapMany((addresses) -> connect(choice.route(), addresses.iterator(), attempt));
		return ((patience != null) ? new Interruption(overdue(patience)).of(call) : call)
			.onErrorMap(RoutedCall::isForeign, (ex) -> translate(ex, patience))
			.onErrorResume(RoutedCall::isDetourPossible, (ex) -> {
				this.failures.add((TransportException) ex);
				this.network.routes().failed(choice.route(), choice.trial(), String.valueOf(ex.getMessage()));
				this.exchange = this.exchanges.get();
				return run(attempt);
			});
	}

	private Mono<List<InetSocketAddress>> find(Route route) {
		this.exchange.takes(route);
		this.exchange.reaches(Phase.DNS);
		return this.network.addresses().find(peer(route));
	}

	private <T> Flux<T> connect(Route route, Iterator<InetSocketAddress> addresses,
			Function<Exchange, Flux<T>> attempt) {
		Exchange exchange = this.exchange;
		InetSocketAddress address = addresses.next();
		exchange.connectsTo(address, () -> {
			this.network.routes().opened(route);
			this.network.addresses().worked(peer(route).getHostString(), address);
		});
		return exchange.guard(attempt.apply(exchange)).onErrorResume((ex) -> exchange.phase() == Phase.TCP, (ex) -> {
			this.network.addresses().failed(address);
			if (!addresses.hasNext()) {
				return Flux.error(ex);
			}
			this.exchange = this.exchanges.get();
			this.exchange.takes(route);
			return connect(route, addresses, attempt);
		});
	}

	private InetSocketAddress peer(Route route) {
		return route.peer(this.network.settings().baseUrl());
	}

	private @Nullable Duration patience(Routes.Choice choice) {
		Duration total = this.network.settings().timeouts().total();
		if (choice.trial() && TRIAL.compareTo(total) < 0) {
			return TRIAL;
		}
		return choice.last() ? null : total;
	}

	/**
	 * What has left by then has all the time that the call has.
	 */
	private Mono<Void> overdue(Duration patience) {
		return Mono.delay(patience, this.network.timer())
			.then(Mono.defer(() -> this.exchange.abortUnsent() ? Mono.error(new TimeoutException()) : Mono.never()));
	}

	static boolean isForeign(Throwable failure) {
		return !(failure instanceof TransportException || failure instanceof RefusedDownloadException);
	}

	private static boolean isDetourPossible(Throwable failure) {
		return failure instanceof TransportException ex && !ex.isRequestSent() && ex.phase() != Phase.WAITING
				&& ex.phase() != Phase.REQUEST;
	}

	private TransportException translate(Throwable failure, @Nullable Duration deadline) {
		return this.network.failures().translate(failure, this.exchange, (deadline != null) ? deadline : Duration.ZERO);
	}

	/**
	 * Say why the call as a whole has failed.
	 * @param failure what has ended it
	 * @param deadline the time that it had
	 */
	TransportException translateLast(Throwable failure, Duration deadline) {
		List<TransportException> all = new ArrayList<>(this.failures);
		TransportException last = translate(failure, deadline);
		all.add(last);
		return last.isRequestSent() ? last : TransportException.ofAll(all);
	}

}
