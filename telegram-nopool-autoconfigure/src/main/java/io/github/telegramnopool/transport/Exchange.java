package io.github.telegramnopool.transport;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.netty.channel.Channel;
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

	private final Sinks.Empty<Void> departure = Sinks.empty();

	private final @Nullable UploadMeter upload;

	private volatile @Nullable Channel channel;

	private volatile boolean over;

	private volatile @Nullable ConnectRace race;

	private volatile @Nullable ConnectAttempt carrier;

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
	<T> Flux<T> guard(Flux<T> call) {
		return new Interruption(this.failure.asMono()).of(call)
			.doOnCancel(() -> this.over = true)
			.doFinally((signal) -> end(signal))
			.contextWrite((context) -> context.put(Exchange.class, this)
				.put(ERROR_DROPPED, (Consumer<Throwable>) Exchange::dropped));
	}

	/**
	 * Give the call up and tell how far it has come.
	 */
	Progress giveUp() {
		abort();
		ConnectAttempt attempt = attempt();
		return new Progress(phase(attempt), isSent(), (attempt != null) ? attempt.route() : null, times(attempt));
	}

	/**
	 * Completes when the whole request is written, unless it is an upload.
	 */
	Mono<Void> departure() {
		return this.departure.asMono();
	}

	boolean isAnswered() {
		return this.phase == Phase.RESPONSE;
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

	/**
	 * Note who makes the connection.
	 */
	void races(ConnectRace race) {
		this.race = race;
		if (isAborted()) {
			race.giveUp();
		}
	}

	/**
	 * Note which connection carries the request.
	 * @return {@code false} if the call was given up before: then it must be closed
	 */
	boolean carriedBy(ConnectAttempt attempt, Channel channel) {
		this.carrier = attempt;
		return carriedBy(channel);
	}

	boolean carriedBy(Channel channel) {
		this.channel = channel;
		return !isAborted();
	}

	/**
	 * Who has made the connection or, before that, is the nearest to it.
	 */
	private @Nullable ConnectAttempt attempt() {
		ConnectAttempt carrier = this.carrier;
		ConnectRace race = this.race;
		return (carrier == null && race != null) ? race.leader() : carrier;
	}

	/**
	 * Say why the call as a whole has failed. If it had a connection, no route is to
	 * blame.
	 * @param last what has ended it
	 */
	TransportException failure(TransportException last) {
		ConnectRace race = this.race;
		return (race != null && this.carrier == null) ? race.failure(last) : last;
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
		return times(attempt());
	}

	private PhaseTimes times(@Nullable ConnectAttempt attempt) {
		if (attempt != null) {
			this.clock.take(attempt.clock());
		}
		this.clock.ends();
		return this.clock.times();
	}

	Phase phase() {
		return phase(attempt());
	}

	private Phase phase(@Nullable ConnectAttempt attempt) {
		return (attempt != null && this.phase == Phase.WAITING) ? attempt.phase() : this.phase;
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
			this.departure.tryEmitEmpty();
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
		ConnectRace race = this.race;
		if (race != null) {
			race.giveUp();
		}
		Channel channel = this.channel;
		if (channel != null) {
			ConnectAttempt.close(channel);
		}
	}

}
