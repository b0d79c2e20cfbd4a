// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * What is known of one call below its client: its phase, its connection, and whether the
 * request has left. It travels in the Reactor context.
 */
class Exchange {

	private final WriteRight right = new WriteRight();

	private final PhaseClock clock = new PhaseClock();

	private volatile Phase phase = Phase.WAITING;

	private final @Nullable UploadMeter upload;

	private volatile @Nullable Channel channel;

	private final AtomicBoolean over = new AtomicBoolean();

	private volatile @Nullable Consumer<Throwable> failureListener;

	private volatile @Nullable Runnable sentListener;

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
	 * Have somebody told when the call fails for its connection.
	 */
	void onFailure(Consumer<Throwable> listener) {
		this.failureListener = listener;
	}

	/**
	 * Have somebody told when the whole request is written, unless it is an upload.
	 */
	void onSent(Runnable listener) {
		this.sentListener = listener;
	}

	/**
	 * Give the call up and tell how far it has come.
	 */
	Progress giveUp() {
		abort();
		ConnectAttempt attempt = attempt();
		return new Progress(phase(attempt), isSent(), (attempt != null) ? attempt.route() : null,
				ended(attempt).times());
	}

	boolean isAnswered() {
		return this.phase == Phase.RESPONSE;
	}

	void fails(Throwable failure) {
		Consumer<Throwable> listener = this.failureListener;
		if (listener != null) {
			listener.accept(failure);
		}
	}

	/**
	 * Note the end of the call.
	 * @return {@code false} if it has ended before
	 */
	boolean end() {
		return this.over.compareAndSet(false, true);
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
	 * End the call, if it has not ended yet.
	 * @return tells its times
	 */
	PhaseClock ended() {
		return ended(attempt());
	}

	private PhaseClock ended(@Nullable ConnectAttempt attempt) {
		if (attempt != null) {
			this.clock.take(attempt.clock());
		}
		this.clock.ends();
		return this.clock;
	}

	Phase phase() {
		return phase(attempt());
	}

	private Phase phase(@Nullable ConnectAttempt attempt) {
		return (attempt != null && this.phase == Phase.WAITING) ? attempt.phase() : this.phase;
	}

	/**
	 * Begin to write the request.
	 * @return {@code false} if the call was given up before: then it must not be written,
	 * since the caller was told so
	 */
	boolean send() {
		boolean first = this.right.claim();
		if (first) {
			reaches(Phase.REQUEST);
			Runnable listener = this.sentListener;
			if (listener != null) {
				listener.run();
			}
		}
		return first;
	}

	/**
	 * Note that the whole request is written.
	 */
	void written() {
	}

	/**
	 * End the call, if it has not ended yet, and tell its times.
	 */
	PhaseTimes times() {
		return ended().times();
	}

	/**
	 * Begin to write a request that is not whole yet.
	 * @return {@code false} if the call was given up before
	 */
	boolean sendPart() {
		boolean first = this.right.claimPart();
		if (first) {
			reaches(Phase.REQUEST);
		}
		return first;
	}

	/**
	 * Write the last piece of a request.
	 * @return {@code false} if the call was given up before: then it must not be written
	 */
	boolean sendLastPart() {
		return this.right.claimLastPart();
	}

	/**
	 * Note that an answer begins.
	 */
	void answered() {
		this.right.answered();
		reaches(Phase.RESPONSE);
	}

	@Nullable UploadMeter upload() {
		return this.upload;
	}

	/**
	 * Whether the server may have the whole request.
	 */
	boolean isSent() {
		return this.right.isUsed();
	}

	/**
	 * Whether nobody waits for the call any more.
	 */
	boolean isOver() {
		return this.over.get();
	}

	boolean isAborted() {
		return this.right.isRevoked();
	}

	/**
	 * Give the call up. If the request has not left by now, or not all of it, it never
	 * will.
	 */
	void abort() {
		this.right.revoke();
		ConnectRace race = this.race;
		if (race != null) {
			race.giveUp();
		}
		Channel channel = this.channel;
		if (channel != null) {
			ChannelEnd.close(channel);
		}
	}

}
