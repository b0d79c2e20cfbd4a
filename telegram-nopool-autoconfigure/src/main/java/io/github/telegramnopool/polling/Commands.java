// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What the poll loop is told to do. A command interrupts whatever the loop waits for.
 */
final class Commands {

	private static final Duration LONG = Duration.ofDays(1);

	private final PollerTime time;

	private @Nullable Thread loop;

	private boolean stopping;

	private boolean paused;

	private boolean parked;

	Commands(PollerTime time) {
		this.time = time;
	}

	/**
	 * Name the thread that obeys from now on.
	 */
	synchronized void obeyedBy(Thread loop) {
		this.loop = loop;
	}

	synchronized void stop() {
		this.stopping = true;
		interrupt();
	}

	synchronized void pause() {
		this.paused = true;
		interrupt();
	}

	synchronized void resume() {
		this.paused = false;
		this.parked = false;
		notifyAll();
	}

	/**
	 * Poll anew, whatever is being waited for.
	 * @return {@code false} if there is to be no poll
	 */
	synchronized boolean hurry() {
		boolean polling = !this.stopping && !this.paused && !this.parked;
		if (polling) {
			interrupt();
		}
		return polling;
	}

	/**
	 * Pause by itself, from the next turn on, until resumed.
	 */
	synchronized void park() {
		this.parked = true;
	}

	synchronized void awaitResume() throws InterruptedException {
		while ((this.paused || this.parked) && !this.stopping) {
			this.time.await(this, LONG);
		}
	}

	synchronized boolean isStopping() {
		return this.stopping;
	}

	synchronized boolean isPaused() {
		return this.paused;
	}

	synchronized boolean isParked() {
		return this.parked;
	}

	private void interrupt() {
		if (this.loop != null) {
			this.loop.interrupt();
		}
	}

}
