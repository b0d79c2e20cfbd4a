package io.github.telegramnopool.transport;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;

/**
 * What is known of one call below the {@code WebClient}: its phase, its connection, and
 * whether the request has left. It travels in the Reactor context.
 */
final class Exchange {

	private static final Log logger = LogFactory.getLog(BotTransport.class);

	/**
	 * Where Reactor looks for a handler of errors that nobody waits for any more.
	 */
	private static final String ERROR_DROPPED = "reactor.onErrorDropped.local";

	private enum State {

		UNSENT, PARTLY_SENT, SENT, ABORTED

	}

	private final AtomicReference<State> state = new AtomicReference<>(State.UNSENT);

	private final PhaseClock clock = new PhaseClock();

	private volatile Phase phase = Phase.WAITING;

	private final Sinks.Empty<Object> failure = Sinks.empty();

	private final @Nullable UploadMeter upload;

	private volatile @Nullable Channel channel;

	private volatile boolean over;

	Exchange() {
		this(null);
	}

	/**
	 * Create an exchange whose request takes its time.
	 */
	Exchange(@Nullable UploadMeter upload) {
		this.upload = upload;
		this.clock.begins(Phase.WAITING);
	}

	/**
	 * The exchange that a connection is opened for.
	 */
	static Exchange from(ContextView context) {
		return context.get(Exchange.class);
	}

	/**
	 * Let a call end with the first of its own end and the failure of its connection.
	 */
	<T> Mono<T> guard(Mono<T> call) {
		return Mono.firstWithSignal(call, this.failure.asMono().then(Mono.never()))
			.doOnCancel(() -> this.over = true)
			.doFinally((signal) -> end(signal))
			.contextWrite((context) -> context.put(Exchange.class, this)
				.put(ERROR_DROPPED, (Consumer<Throwable>) Exchange::dropped));
	}

	<T> Flux<T> guard(Flux<T> call) {
		return call.takeUntilOther(this.failure.asMono().then(Mono.never()))
			.doOnCancel(() -> this.over = true)
			.doFinally((signal) -> end(signal))
			.contextWrite((context) -> context.put(Exchange.class, this)
				.put(ERROR_DROPPED, (Consumer<Throwable>) Exchange::dropped));
	}

	private void end(SignalType signal) {
		this.over = true;
		if (signal != SignalType.ON_COMPLETE) {
			abort();
		}
	}

	/**
	 * What comes after the end of a call, such as the loss of the connection that we have
	 * closed ourselves, is of no interest.
	 */
	private static void dropped(Throwable failure) {
		logger.debug("Came after the end of the call", failure);
	}

	void fails(Throwable failure) {
		this.failure.tryEmitError(failure);
	}

	void opens(Channel channel) {
		this.channel = channel;
		reaches(Phase.DNS);
		if (isAborted()) {
			close(channel);
		}
	}

	/**
	 * Let the connection be read or not.
	 */
	void read(boolean enabled) {
		Channel channel = this.channel;
		if (channel != null) {
			channel.config().setAutoRead(enabled);
		}
	}

	void reaches(Phase phase) {
		this.clock.begins(phase);
		this.phase = phase;
	}

	/**
	 * End the call, if it has not ended yet, and take its times.
	 */
	PhaseTimes times() {
		this.clock.ends();
		return this.clock.times();
	}

	Phase phase() {
		return this.phase;
	}

	/**
	 * Claim the right to write the request.
	 * @return {@code false} if the call was given up before: then it must not be written,
	 * since the caller was told so
	 */
	boolean send() {
		boolean first = this.state.compareAndSet(State.UNSENT, State.SENT);
		if (first) {
			reaches(Phase.REQUEST);
		}
		return first;
	}

	/**
	 * Claim the right to write the beginning of a request, which nobody can execute
	 * before it is whole.
	 * @return {@code false} if the call was given up before
	 */
	boolean sendPart() {
		boolean first = this.state.compareAndSet(State.UNSENT, State.PARTLY_SENT);
		if (first) {
			reaches(Phase.REQUEST);
		}
		return first;
	}

	/**
	 * Claim the right to write the last piece of a request.
	 * @return {@code false} if the call was given up before: then it must not be written
	 */
	boolean sendLastPart() {
		return this.state.compareAndSet(State.PARTLY_SENT, State.SENT) || isSent();
	}

	/**
	 * Note that an answer begins. Who answers before the request is whole may have
	 * executed it all the same.
	 */
	void answered() {
		this.state.compareAndSet(State.PARTLY_SENT, State.SENT);
		reaches(Phase.RESPONSE);
	}

	@Nullable UploadMeter upload() {
		return this.upload;
	}

	/**
	 * Whether the server may have the whole request.
	 */
	boolean isSent() {
		return this.state.get() == State.SENT;
	}

	/**
	 * Whether nobody waits for the call any more.
	 */
	boolean isOver() {
		return this.over;
	}

	boolean isAborted() {
		return this.state.get() == State.ABORTED;
	}

	/**
	 * Give the call up. If the request has not left by now, or not all of it, it never
	 * will.
	 */
	void abort() {
		if (!this.state.compareAndSet(State.UNSENT, State.ABORTED)) {
			this.state.compareAndSet(State.PARTLY_SENT, State.ABORTED);
		}
		Channel channel = this.channel;
		if (channel != null) {
			close(channel);
		}
	}

	/**
	 * Close past the TLS handler, which would wait for a tunnel that may never come
	 * before it says goodbye.
	 */
	private static void close(Channel channel) {
		if (!channel.isOpen()) {
			return;
		}
		channel.eventLoop().execute(() -> {
			ChannelHandlerContext first = channel.pipeline().firstContext();
			if (first != null) {
				first.close();
			}
			else {
				channel.close();
			}
		});
	}

}
