// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import io.github.telegramnopool.dispatch.DispatchSettings;

import org.springframework.boot.convert.DurationUnit;

/**
 * Properties under {@code telegram.dispatch}: handing updates to listeners.
 *
 * @since 0.1.0
 */
public final class DispatchProperties {

	/**
	 * Which updates wait for each other.
	 */
	private DispatchSettings.Order order = DispatchSettings.Order.PER_CHAT;

	/**
	 * Number of updates that are handled at a time.
	 */
	private int concurrency = 16;

	/**
	 * Number of tries of a failing listener.
	 */
	private int attempts = 1;

	/**
	 * Time that a listener may take for an update before it is interrupted. Use 0 for
	 * any. If a duration suffix is not specified, seconds will be used.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private Duration listenerTimeout = Duration.ofMinutes(5);

	/**
	 * Whether to publish updates inside a transaction and commit it before they count as
	 * handled, for @TransactionalEventListener and Spring Modulith's listeners.
	 */
	private boolean transactional;

	/**
	 * Time for listeners to end and for what they have handled to be confirmed when the
	 * application stops. If a duration suffix is not specified, seconds will be used.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private Duration shutdownTimeout = Duration.ofSeconds(10);

	public DispatchSettings.Order getOrder() {
		return this.order;
	}

	public void setOrder(DispatchSettings.Order order) {
		this.order = order;
	}

	public int getConcurrency() {
		return this.concurrency;
	}

	public void setConcurrency(int concurrency) {
		this.concurrency = concurrency;
	}

	public int getAttempts() {
		return this.attempts;
	}

	public void setAttempts(int attempts) {
		this.attempts = attempts;
	}

	public Duration getListenerTimeout() {
		return this.listenerTimeout;
	}

	public void setListenerTimeout(Duration listenerTimeout) {
		this.listenerTimeout = listenerTimeout;
	}

	public boolean isTransactional() {
		return this.transactional;
	}

	public void setTransactional(boolean transactional) {
		this.transactional = transactional;
	}

	public Duration getShutdownTimeout() {
		return this.shutdownTimeout;
	}

	public void setShutdownTimeout(Duration shutdownTimeout) {
		this.shutdownTimeout = shutdownTimeout;
	}

}
