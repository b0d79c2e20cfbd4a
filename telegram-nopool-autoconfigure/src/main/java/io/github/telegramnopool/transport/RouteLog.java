// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells when calls take another route: two lines, since a route mostly comes back, and
 * then no more for a while, however often it comes and goes.
 */
final class RouteLog {

	private static final Log logger = LogFactory.getLog(BotTransport.class);

	private static final int LINES = 2;

	private static final Duration PERIOD = Duration.ofMinutes(30);

	private final String bot;

	private final Route preferred;

	private final LongSupplier clock;

	private final Map<Route, String> reasons = new HashMap<>();

	/**
	 * When the last lines were written.
	 */
	private final Deque<Long> written = new ArrayDeque<>();

	private Route told;

	private volatile Route current;

	private int changes;

	RouteLog(String bot, Route preferred, LongSupplier clock) {
		this.bot = bot;
		this.preferred = preferred;
		this.clock = clock;
		this.told = preferred;
		this.current = preferred;
	}

	Route current() {
		return this.current;
	}

	synchronized void failed(Route route, String reason) {
		this.reasons.put(route, reason);
	}

	synchronized void opened(Route route) {
		if (!route.equals(this.current)) {
			this.changes++;
			logger.debug("Telegram bot '%s' goes %s instead of %s".formatted(this.bot, route, this.current));
			this.current = route;
		}
		if (!route.equals(this.told) && mayWrite()) {
			logger.info(line(route));
			this.told = route;
			this.changes = 0;
		}
	}

	private boolean mayWrite() {
		long now = this.clock.getAsLong();
		if (this.written.size() == LINES) {
			if (now - this.written.getFirst() < PERIOD.toNanos()) {
				return false;
			}
			this.written.removeFirst();
		}
		this.written.addLast(now);
		return true;
	}

	private String line(Route route) {
		String line = route.equals(this.preferred) ? "Telegram bot '%s' goes %s again".formatted(this.bot, route)
				: "Telegram bot '%s' goes on %s: %s".formatted(this.bot, route,
						this.reasons.getOrDefault(this.told, this.told + " does not work"));
		return (this.changes > 1) ? line + " (the route has changed " + this.changes + " times)" : line;
	}

}
