// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.SimulatedChat;
import io.github.telegramnopool.simulator.SimulatedUser;
import org.jspecify.annotations.Nullable;

/**
 * The bot of a test, and the groups in which the test's conversations meet.
 */
final class BotUnderTest {

	/**
	 * Far from the numbers that people make up.
	 */
	private static final long USERS_FROM = 500_000_000;

	private final AtomicLong lastUser = new AtomicLong(USERS_FROM);

	private final Map<String, Group> groups = new ConcurrentHashMap<>();

	private final SimulatedBot bot;

	private final Supplier<@Nullable UpdatePoller> poller;

	private final Duration patience;

	private final BotTroubles troubles;

	BotUnderTest(SimulatedBot bot, Supplier<@Nullable UpdatePoller> poller, Duration patience, BotTroubles troubles) {
		this.bot = bot;
		this.poller = poller;
		this.patience = patience;
		this.troubles = troubles;
	}

	/**
	 * Forget what the test method before this one did.
	 */
	void begin() {
		this.groups.clear();
		this.troubles.forget();
	}

	SimulatedBot simulated() {
		return this.bot;
	}

	/**
	 * How long whoever waits does so, for messages.
	 */
	String patience() {
		long millis = this.patience.toMillis();
		return (millis % 1000 == 0) ? millis / 1000 + " s" : millis + " ms";
	}

	List<BotTroubles.Trouble> troubles() {
		return this.troubles.all();
	}

	/**
	 * Somebody whom the bot has never met.
	 */
	SimulatedUser newUser() {
		return this.bot.user(this.lastUser.incrementAndGet());
	}

	/**
	 * Bring a user into the group of that title, which the first to come creates.
	 */
	SimulatedChat enter(String title, SimulatedUser user) {
		Group group = this.groups.computeIfAbsent(title,
				(absent) -> new Group(this.bot.newSupergroup(title, user), user.id()));
		return group.enter(user);
	}

	/**
	 * Bring a user into a group that another one is in.
	 */
	SimulatedChat enter(SimulatedChat chat, SimulatedUser user) {
		return this.groups.values()
			.stream()
			.filter((group) -> group.chat.id() == chat.id())
			.findFirst()
			.map((group) -> group.enter(user))
			.orElse(chat);
	}

	/**
	 * Wait until the bot has told which updates it wants, if it wants any: Telegram makes
	 * no others.
	 * @return whether it has, or wants none
	 */
	boolean awaitListening() {
		UpdatePoller poller = this.poller.get();
		return poller == null || !poller.isRunning() || await(this.bot::maxPolls, (polls) -> polls > 0) > 0;
	}

	/**
	 * Wait until the bot has confirmed all its updates: its listeners have ended then,
	 * and what they returned was sent.
	 * @return how many it has not
	 */
	int awaitFinished() {
		return await(this.bot::pending, (pending) -> pending == 0);
	}

	<T> T await(Supplier<? extends T> question, Predicate<? super T> enough) {
		try {
			return this.bot.<T>await(question, enough, this.patience);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the bot", ex);
		}
	}

	/**
	 * Tell what the bot is doing.
	 */
	String activity() {
		UpdatePoller poller = this.poller.get();
		int pending = this.bot.pending();
		if (poller == null || !poller.isRunning()) {
			return "The bot does not ask for updates: no listener wants them, or telegram.polling.enabled is false.";
		}
		if (pending == 0) {
			return "The bot has handled every update that it asks for.";
		}
		return "The bot has not finished with %d updates; its poller is %s.".formatted(pending,
				poller.status().state());
	}

	/**
	 * A group of this test method.
	 *
	 * @param chat the chat
	 * @param owner its owner, who has never to come in
	 */
	private record Group(SimulatedChat chat, long owner) {

		SimulatedChat enter(SimulatedUser user) {
			if (user.id() != this.owner) {
				this.chat.members().join(user);
			}
			return this.chat;
		}

	}

}
