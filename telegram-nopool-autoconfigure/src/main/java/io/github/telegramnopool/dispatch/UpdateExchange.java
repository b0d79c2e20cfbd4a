// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;

import io.github.telegramnopool.api.event.UpdateEvent;
import io.github.telegramnopool.api.event.UpdateFailedEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

import org.springframework.context.PayloadApplicationEvent;

/**
 * Everything that one update sets off, one after the other: its publication, in a
 * transaction if there is to be one, then its listeners, each with its own attempts and
 * time. Whatever fails never touches another.
 * <p>
 * Runs on one thread at a time. If a listener does not come back, another thread goes on
 * with the next.
 */
final class UpdateExchange {

	private static final Log logger = LogFactory.getLog(UpdateDispatcher.class);

	private final UpdateEvent event;

	private final DispatchParts parts;

	private final UpdateObservation observation;

	private final BooleanSupplier abandoned;

	private final Deque<ListenerCall> calls = new ArrayDeque<>();

	private volatile @Nullable ListenerCall active;

	private volatile boolean failed;

	UpdateExchange(UpdateEvent event, DispatchParts parts, UpdateObservation observation, BooleanSupplier abandoned) {
		this.event = event;
		this.parts = parts;
		this.observation = observation;
		this.abandoned = abandoned;
		this.calls.add(publication());
		PayloadApplicationEvent<UpdateEvent> published = parts.events().wrap(event);
		for (UpdateListener listener : parts.listeners().forEvent(published)) {
			this.calls.add(new ListenerCall(listener.toString(), parts.settings().attempts(),
					() -> listener.invoke(published), this));
		}
	}

	/**
	 * Calls the listeners that are none of ours.
	 */
	private ListenerCall publication() {
		Runnable publication = () -> this.parts.events().publish(this.event);
		return this.parts.isTransactional()
				? new ListenerCall("@TransactionalEventListener", this.parts.settings().attempts(),
						() -> this.parts.transaction().execute(publication), this)
				: new ListenerCall("ApplicationListener", 1, publication, this);
	}

	boolean isOf(Object payload) {
		return payload == this.event;
	}

	boolean isAbandoned() {
		return this.abandoned.getAsBoolean();
	}

	Duration listenerTimeout() {
		return this.parts.settings().listenerTimeout();
	}

	void complete(Object result, ListenerClock clock) {
		this.parts.results().complete(result, this.event, this.observation, clock, this.abandoned);
	}

	/**
	 * How the handling has ended, if no listener is left.
	 */
	UpdateObservation.Outcome outcome() {
		return this.failed ? UpdateObservation.Outcome.FAILED : UpdateObservation.Outcome.HANDLED;
	}

	/**
	 * What is at work.
	 */
	@Nullable ListenerCall active() {
		return this.active;
	}

	/**
	 * Run what is left.
	 * @param relief puts another thread in the place of one whose listener does not come
	 * back
	 */
	End run(BiPredicate<Thread, ListenerCall> relief) {
		for (ListenerCall call = this.calls.poll(); call != null; call = this.calls.poll()) {
			this.active = call;
			End end = run(call, relief);
			if (end != End.HANDLED) {
				return end;
			}
			this.active = null;
		}
		return End.HANDLED;
	}

	private End run(ListenerCall call, BiPredicate<Thread, ListenerCall> relief) {
		if (isAbandoned()) {
			return End.ABANDONED;
		}
		AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
		ListenerClock clock = new ListenerClock(this.parts.watch(), (thread) -> relief.test(thread, call));
		try (clock) {
			this.parts.listeners().during(call, () -> failure.set(call.run(clock)));
		}
		catch (AbandonedException ex) {
			return End.ABANDONED;
		}
		if (clock.isRelieved()) {
			return End.ELSEWHERE;
		}
		// Not before the clock has taken its interrupt back: whoever hears of it may
		// block
		Throwable thrown = failure.get();
		if (thrown != null) {
			fail(call.listener(), thrown);
		}
		return End.HANDLED;
	}

	/**
	 * Tell that a listener has failed for good.
	 */
	void fail(String listener, Throwable thrown) {
		Throwable failure = unwrap(thrown);
		this.failed = true;
		this.observation.failed(failure);
		logger.error("The listener %s failed for update %d".formatted(listener, this.event.update().updateId()),
				failure);
		this.parts.events().publishSafely(new UpdateFailedEvent(this.event.update(), failure, this.event.bot()));
	}

	/**
	 * What the listener has thrown, which Spring and Reactor wrap if it is checked.
	 */
	private static Throwable unwrap(Throwable thrown) {
		if (thrown instanceof UndeclaredThrowableException && thrown.getCause() != null) {
			return thrown.getCause();
		}
		return Exceptions.unwrap(thrown);
	}

	/**
	 * How a thread ends its work for an update.
	 */
	enum End {

		/**
		 * All is done.
		 */
		HANDLED,

		/**
		 * The application stops, so the update comes again.
		 */
		ABANDONED,

		/**
		 * Another thread has taken over.
		 */
		ELSEWHERE

	}

}
