// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which bots are at work on the server: from their first call to {@code close} or
 * {@code logOut} ({@code ClientManager::send}, {@code Client::on_cmd}). Guarded by
 * itself.
 */
final class Sessions {

	static final ApiError LOGGED_OUT = new ApiError(400, "Logged out");

	private static final Duration CLOSED_ONLY_AFTER = Duration.ofMinutes(10);

	private static final Duration LOGGED_OUT_FOR = Duration.ofMinutes(30);

	private final Map<SimulatedBot, Session> sessions = new HashMap<>();

	/**
	 * How many bots may come first from one address.
	 */
	private final Map<String, RateLimit> newcomers = new HashMap<>();

	private final Timer timer;

	private final long startedAt;

	Sessions(Timer timer) {
		this.timer = timer;
		this.startedAt = timer.nanoTime();
	}

	/**
	 * Let a call in.
	 * @param method name of the method
	 * @param address where the call comes from, or empty for the local network
	 */
	void enter(SimulatedBot bot, String method, String address) {
		if (isNew(bot, method, address)) {
			bot.feed().open();
		}
	}

	/**
	 * End a bot's session; its updates and its webhook wait for the next. A server that
	 * has run for ten minutes lets no bot go in its first ten.
	 */
	Reply close(SimulatedBot bot) {
		synchronized (this) {
			Session session = this.sessions.get(bot);
			long now = this.timer.nanoTime();
			long free = CLOSED_ONLY_AFTER.toNanos();
			long wait = (session != null) ? free - (now - session.startedAt) : 0;
			// In whole seconds, as the official server compares
			if (session != null && wait >= Duration.ofSeconds(1).toNanos()
					&& session.startedAt > this.startedAt + free) {
				return DefaultAnswers.flood((int) Duration.ofNanos(wait).toSeconds());
			}
			this.sessions.remove(bot);
		}
		bot.feed().close();
		return Reply.isTrue();
	}

	/**
	 * End a bot's session, and forget its updates and its webhook. For half an hour, or
	 * for a second if the session is as old, it is not let in again.
	 */
	Reply logOut(SimulatedBot bot) {
		synchronized (this) {
			Session session = this.sessions.get(bot);
			long now = this.timer.nanoTime();
			boolean old = session != null && now - session.startedAt > LOGGED_OUT_FOR.toNanos();
			long until = now + (old ? Duration.ofSeconds(1) : LOGGED_OUT_FOR).toNanos();
			this.sessions.put(bot, new Session(now, until));
		}
		bot.feed().logOut();
		return Reply.isTrue();
	}

	private synchronized boolean isNew(SimulatedBot bot, String method, String address) {
		long now = this.timer.nanoTime();
		Session session = this.sessions.get(bot);
		Long loggedOutUntil = (session != null) ? session.loggedOutUntil : null;
		if (loggedOutUntil != null && now - loggedOutUntil < 0) {
			throw LOGGED_OUT;
		}
		if (session != null && loggedOutUntil == null) {
			return false;
		}
		this.sessions.remove(bot);
		if (method.equalsIgnoreCase("close")) {
			throw ApiError.badRequest("the bot has already been closed");
		}
		admit(address, now);
		this.sessions.put(bot, new Session(now, null));
		return true;
	}

	private void admit(String address, long now) {
		if (address.isEmpty()) {
			return;
		}
		RateLimit control = this.newcomers.computeIfAbsent(address,
				(key) -> new RateLimit().limit(Duration.ofMinutes(1), 20).limit(Duration.ofHours(1), 600));
		long wait = control.delay(now);
		if (wait > 0) {
			throw ApiError.flood((int) Duration.ofNanos(wait).toSeconds() + 1);
		}
		control.add(now);
	}

	/**
	 * A session.
	 *
	 * @param startedAt when it began
	 * @param loggedOutUntil when the bot is let in again, or {@code null} if it is in
	 */
	private record Session(long startedAt, @Nullable Long loggedOutUntil) {

	}

}
