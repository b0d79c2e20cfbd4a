// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.time.Duration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What is done for one update by one listener: its attempts, within its time, and what it
 * returns.
 */
final class ListenerCall {

	private static final Log logger = LogFactory.getLog(UpdateDispatcher.class);

	private final String listener;

	private final int attempts;

	private final Runnable invocation;

	private final UpdateExchange exchange;

	private volatile long since = System.nanoTime();

	private @Nullable Object result;

	private boolean aside;

	ListenerCall(String listener, int attempts, Runnable invocation, UpdateExchange exchange) {
		this.listener = listener;
		this.attempts = attempts;
		this.invocation = invocation;
		this.exchange = exchange;
	}

	String listener() {
		return this.listener;
	}

	boolean isFor(Object payload) {
		return this.exchange.isOf(payload);
	}

	long since() {
		return this.since;
	}

	/**
	 * Let a listener handle an event that somebody publishes meanwhile. What it returns
	 * is no result of this call.
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
	 * Make all attempts.
	 * @return why the last one failed, or {@code null} if one succeeded
	 * @throws AbandonedException if the application stops meanwhile
	 */
	@Nullable Throwable run(ListenerClock clock) {
		this.since = System.nanoTime();
		Throwable failure = null;
		for (int attempt = 1; attempt <= this.attempts; attempt++) {
			try {
				once(clock);
				return null;
			}
			catch (Throwable ex) {
				if (this.exchange.isAbandoned()) {
					throw new AbandonedException();
				}
				if (clock.isExpired()) {
					return timeout(ex);
				}
				failure = ex;
				logger.debug("Attempt %d of the listener %s failed".formatted(attempt, this.listener), ex);
			}
		}
		return failure;
	}

	private void once(ListenerClock clock) {
		this.result = null;
		this.invocation.run();
		if (this.exchange.isAbandoned()) {
			// It may have swallowed its interrupt
			throw new AbandonedException();
		}
		if (clock.isExpired()) {
			throw timeout(null);
		}
		Object returned = this.result;
		if (returned != null) {
			this.exchange.complete(returned, clock);
		}
	}

	RuntimeException timeout(@Nullable Throwable cause) {
		if (cause instanceof ListenerTimeoutException timeout) {
			return timeout;
		}
		RuntimeException timeout = new ListenerTimeoutException(this.listener, this.exchange.listenerTimeout());
		if (cause != null) {
			timeout.initCause(cause);
		}
		return timeout;
	}

	@Override
	public String toString() {
		return this.listener + " (for " + Duration.ofNanos(System.nanoTime() - this.since).toSeconds() + " s)";
	}

}
