package io.github.telegramnopool.dispatch;

import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.event.UpdateEvent;
import io.github.telegramnopool.api.event.UpdateFailedEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ObjectUtils;

/**
 * Everything that one update sets off, on one thread: its listeners one after the other,
 * each with its own attempts and time, and what they return. A listener that fails never
 * touches another.
 */
final class UpdateExchange {

	private static final Log logger = LogFactory.getLog(UpdateDispatcher.class);

	private final UpdateEvent event;

	private final DispatchSettings settings;

	private final Replies replies;

	private final EventPublication events;

	private final ScheduledExecutorService timer;

	private final BooleanSupplier abandoned;

	private @Nullable Object result;

	private boolean unfinished;

	private boolean aside;

	private volatile @Nullable ActiveListener active;

	UpdateExchange(UpdateEvent event, DispatchSettings settings, Replies replies, EventPublication events,
			ScheduledExecutorService timer, BooleanSupplier abandoned) {
		this.event = event;
		this.settings = settings;
		this.replies = replies;
		this.events = events;
		this.timer = timer;
		this.abandoned = abandoned;
	}

	boolean isOf(Object payload) {
		return payload == this.event;
	}

	@Nullable ActiveListener active() {
		return this.active;
	}

	/**
	 * Let listeners handle an event that one of ours publishes meanwhile. What they
	 * return is no result of this update.
	 */
	void aside(Runnable publication) {
		boolean before = this.aside;
		this.aside = true;
		try {
			publication.run();
		}
		finally {
			this.aside = before;
		}
	}

	boolean isAside() {
		return this.aside;
	}

	void returned(Object result) {
		this.result = result;
	}

	/**
	 * Let a listener handle the update.
	 * @throws AbandonedException if the application stops meanwhile
	 */
	void listen(String listener, Runnable invocation) {
		if (this.abandoned.getAsBoolean()) {
			throw abandon();
		}
		this.active = new ActiveListener(listener, System.nanoTime());
		Throwable failure;
		try (ListenerClock clock = new ListenerClock(this.timer, this.settings.listenerTimeout())) {
			failure = tries(listener, invocation, clock);
		}
		finally {
			this.active = null;
		}
		// Not before the clock has taken its interrupt back: whoever hears of it may
		// block
		if (failure != null) {
			fail(listener, failure);
		}
	}

	private AbandonedException abandon() {
		this.unfinished = true;
		return new AbandonedException();
	}

	/**
	 * Whether a listener was left out or interrupted since the application stops, even if
	 * an error handler of the multicaster has swallowed that.
	 */
	boolean isUnfinished() {
		return this.unfinished;
	}

	private @Nullable Throwable tries(String listener, Runnable invocation, ListenerClock clock) {
		Throwable failure = null;
		for (int attempt = 1; attempt <= this.settings.attempts(); attempt++) {
			try {
				once(listener, invocation, clock);
				return null;
			}
			catch (Throwable ex) {
				if (this.abandoned.getAsBoolean()) {
					throw abandon();
				}
				if (clock.isExpired()) {
					return timeout(listener, ex);
				}
				failure = ex;
				logger.debug("Attempt %d of the listener %s failed".formatted(attempt, listener), ex);
			}
		}
		return failure;
	}

	private void once(String listener, Runnable invocation, ListenerClock clock) {
		this.result = null;
		invocation.run();
		if (clock.isExpired()) {
			throw timeout(listener, null);
		}
		Object returned = this.result;
		if (returned != null) {
			complete(returned, clock);
		}
	}

	private RuntimeException timeout(String listener, @Nullable Throwable cause) {
		if (cause instanceof ListenerTimeoutException timeout) {
			return timeout;
		}
		RuntimeException timeout = new ListenerTimeoutException(listener, this.settings.listenerTimeout());
		if (cause != null) {
			timeout.initCause(cause);
		}
		return timeout;
	}

	/**
	 * See to what a listener has returned, now or later, until the last of it is done.
	 */
	private void complete(Object result, ListenerClock clock) {
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(result.getClass());
		if (result instanceof BotApiMethod<?> method) {
			this.replies.send(this.event, method, clock, this.abandoned);
		}
		else if (adapter != null) {
			Publisher<Object> publisher = adapter.toPublisher(result);
			// Closing it cancels what an element's failure leaves behind
			try (Stream<Object> elements = Flux.from(publisher).toStream(1)) {
				elements.forEach((element) -> complete(element, clock));
			}
		}
		else if (result instanceof Collection<?> || ObjectUtils.isArray(result)) {
			Collection<?> elements = (result instanceof Collection<?> collection) ? collection
					: List.of(ObjectUtils.toObjectArray(result));
			elements.forEach((element) -> complete(element, clock));
		}
		else {
			this.events.publish(result);
		}
	}

	/**
	 * Tell that a listener has failed for good.
	 */
	void fail(String listener, Throwable thrown) {
		Throwable failure = unwrap(thrown);
		logger.error("The listener %s failed for update %d".formatted(listener, this.event.update().updateId()),
				failure);
		this.events.publishSafely(new UpdateFailedEvent(this.event.update(), failure, this.event.bot()));
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
	 * A listener at work.
	 */
	record ActiveListener(String name, long since) {

		@Override
		public String toString() {
			return this.name + " (for " + Duration.ofNanos(System.nanoTime() - this.since).toSeconds() + " s)";
		}

	}

}
