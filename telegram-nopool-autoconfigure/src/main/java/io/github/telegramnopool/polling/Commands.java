package io.github.telegramnopool.polling;

import org.jspecify.annotations.Nullable;

/**
 * What the poll loop is told to do. A command interrupts whatever the loop waits for.
 */
final class Commands {

	private @Nullable Thread loop;

	private boolean stopping;

	private boolean paused;

	private boolean parked;

	/**
	 * Name the thread that obeys.
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
	 * Wait from the next turn on, until resumed.
	 */
	synchronized void park() throws InterruptedException {
		this.parked = true;
		while (this.parked && !this.stopping) {
			wait();
		}
	}

	synchronized void awaitResume() throws InterruptedException {
		while (this.paused && !this.stopping) {
			wait();
		}
	}

	synchronized boolean isStopping() {
		return this.stopping;
	}

	synchronized boolean isPaused() {
		return this.paused;
	}

	private void interrupt() {
		if (this.loop != null) {
			this.loop.interrupt();
		}
	}

}
