// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Time that passes only while somebody waits for it. For one thread.
 */
final class VirtualTime implements PollerTime {

	private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));

	private Duration now = Duration.ZERO;

	private Duration wallClockAhead = Duration.ofDays(20000);

	/**
	 * Let something happen, once or later than that time.
	 */
	void at(Duration moment, Runnable action) {
		this.events.add(new Event(moment, action));
	}

	void every(Duration period, Runnable action) {
		at(this.now.plus(period), () -> {
			action.run();
			every(period, action);
		});
	}

	/**
	 * Let time pass, whatever happens meanwhile.
	 */
	void pass(Duration duration) {
		Duration end = this.now.plus(duration);
		while (passUntilEvent(end)) {
			// The next one
		}
	}

	/**
	 * Let time pass up to the next event.
	 * @return {@code false} if there was none
	 */
	private boolean passUntilEvent(Duration end) {
		Event next = this.events.peek();
		if (next == null || next.at().compareTo(end) > 0) {
			this.now = end;
			return false;
		}
		this.events.remove();
		this.now = (next.at().compareTo(this.now) > 0) ? next.at() : this.now;
		next.action().run();
		return true;
	}

	/**
	 * Let the machine be suspended, or set its clock.
	 */
	void setWallClockForward(Duration duration) {
		this.wallClockAhead = this.wallClockAhead.plus(duration);
	}

	@Override
	public Duration now() {
		return this.now;
	}

	@Override
	public Duration wallClock() {
		return this.now.plus(this.wallClockAhead);
	}

	@Override
	public void sleep(Duration duration) throws InterruptedException {
		Duration end = this.now.plus(duration);
		while (passUntilEvent(end)) {
			obeyInterrupt();
		}
		obeyInterrupt();
	}

	@Override
	public void await(Object monitor, Duration longest) throws InterruptedException {
		passUntilEvent(this.now.plus(longest));
		obeyInterrupt();
	}

	private static void obeyInterrupt() throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
	}

	private record Event(Duration at, Runnable action) {

	}

}
