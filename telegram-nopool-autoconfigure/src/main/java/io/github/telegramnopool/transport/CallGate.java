// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets a limited number of calls pass at a time, the others in the order of their coming.
 */
final class CallGate {

	private final Deque<Ticket> waiting = new ArrayDeque<>();

	private final Queue<Ticket> admitted = new ConcurrentLinkedQueue<>();

	private final AtomicInteger unannounced = new AtomicInteger();

	private final boolean limited;

	private int free;

	/**
	 * Create a gate.
	 * @param limit the number of calls at a time, 0 for no limit
	 */
	CallGate(int limit) {
		this.limited = limit > 0;
		this.free = limit;
	}

	<T> Mono<T> admit(Mono<T> call) {
		if (!this.limited) {
			return call;
		}
		return Mono.defer(() -> {
			Ticket ticket = new Ticket();
			Mono<Void> turn = enter(ticket);
			return ((turn != null) ? turn.then(call) : call).doFinally((signal) -> leave(ticket));
		});
	}

	<T> Flux<T> admit(Flux<T> call) {
		if (!this.limited) {
			return call;
		}
		return Flux.defer(() -> {
			Ticket ticket = new Ticket();
			Mono<Void> turn = enter(ticket);
			return ((turn != null) ? turn.thenMany(call) : call).doFinally((signal) -> leave(ticket));
		});
	}

	synchronized int waiting() {
		return this.waiting.size();
	}

	/**
	 * Take a place, or get in line.
	 * @return comes when it is its turn, or {@code null} if it is at once
	 */
	private synchronized @Nullable Mono<Void> enter(Ticket ticket) {
		if (this.free > 0) {
			this.free--;
			ticket.admitted = true;
			return null;
		}
		Sinks.Empty<Void> turn = Sinks.empty();
		ticket.turn = turn;
		this.waiting.add(ticket);
		return turn.asMono();
	}

	private void leave(Ticket ticket) {
		Ticket next = release(ticket);
		if (next != null) {
			announce(next);
		}
	}

	/**
	 * Not by recursion: calls that fail at once, as for want of file descriptors, would
	 * each let the next one in from within.
	 */
	private void announce(Ticket ticket) {
		this.admitted.add(ticket);
		if (this.unannounced.getAndIncrement() != 0) {
			return;
		}
		do {
			Ticket next = this.admitted.remove();
			if (next.turn != null) {
				next.turn.tryEmitEmpty();
			}
		}
		while (this.unannounced.decrementAndGet() != 0);
	}

	private synchronized @Nullable Ticket release(Ticket ticket) {
		if (!ticket.admitted) {
			this.waiting.remove(ticket);
			return null;
		}
		Ticket next = this.waiting.poll();
		if (next != null) {
			// Even if it is being cancelled right now: it then passes its place on
			next.admitted = true;
		}
		else {
			this.free++;
		}
		return next;
	}

	private static final class Ticket {

		private Sinks.@Nullable Empty<Void> turn;

		private boolean admitted;

	}

}
