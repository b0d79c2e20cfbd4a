package io.github.telegramnopool.transport;

import java.util.concurrent.atomic.AtomicReference;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * What is known of one call below the {@code WebClient}: its phase, its connection, and
 * whether the request has left. It travels in the Reactor context.
 */
final class Exchange {

	private enum State {

		UNSENT, SENT, ABORTED

	}

	private final AtomicReference<State> state = new AtomicReference<>(State.UNSENT);

	private volatile Phase phase = Phase.WAITING;

	private volatile @Nullable Channel channel;

	static @Nullable Exchange from(ContextView context) {
		return context.getOrDefault(Exchange.class, null);
	}

	void opens(Channel channel) {
		this.channel = channel;
		if (isAborted()) {
			close(channel);
		}
	}

	void reaches(Phase phase) {
		this.phase = phase;
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
			this.phase = Phase.REQUEST;
		}
		return first;
	}

	boolean isSent() {
		return this.state.get() == State.SENT;
	}

	boolean isAborted() {
		return this.state.get() == State.ABORTED;
	}

	/**
	 * Give the call up. If the request has not left by now, it never will.
	 */
	void abort() {
		this.state.compareAndSet(State.UNSENT, State.ABORTED);
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
