// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * What the operator is told of a poller: never more than six lines in an hour, whatever
 * goes on. The rest is there at debug level.
 */
final class Logbook {

	private static final Log logger = LogFactory.getLog(UpdatePoller.class);

	private static final int LINES_AN_HOUR = 6;

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration BETWEEN_REPORTS = Duration.ofMinutes(15);

	private final PollerTime time;

	private final Deque<Duration> told = new ArrayDeque<>();

	Logbook(PollerTime time) {
		this.time = time;
	}

	/**
	 * Whether it is time to tell how something goes that lasts. The last line of an hour
	 * is left for the news that it is over.
	 */
	synchronized boolean isReportDue() {
		return linesOfTheHour() < LINES_AN_HOUR - 1
				&& (this.told.isEmpty() || this.time.now().minus(this.told.getLast()).compareTo(BETWEEN_REPORTS) >= 0);
	}

	/**
	 * Tell something.
	 * @return whether there was room for it
	 */
	synchronized boolean info(String line) {
		if (!note(line)) {
			return false;
		}
		logger.info(line);
		return true;
	}

	/**
	 * Tell something that calls for attention.
	 * @return whether there was room for it
	 */
	synchronized boolean warn(String line) {
		if (!note(line)) {
			return false;
		}
		logger.warn(line);
		return true;
	}

	/**
	 * Tell of an end. There is always room for that.
	 */
	synchronized void error(String line) {
		note(line);
		logger.error(line);
	}

	void debug(String line, Throwable failure) {
		logger.debug(line, failure);
	}

	private boolean note(String line) {
		if (linesOfTheHour() >= LINES_AN_HOUR) {
			logger.debug(line);
			return false;
		}
		this.told.addLast(this.time.now());
		return true;
	}

	private int linesOfTheHour() {
		Duration now = this.time.now();
		this.told.removeIf((line) -> now.minus(line).compareTo(HOUR) > 0);
		return this.told.size();
	}

}
