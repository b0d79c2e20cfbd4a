// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.random.RandomGenerator;

import tools.jackson.databind.node.ArrayNode;

/**
 * The bots that were spoken of so far.
 */
final class Bots {

	private static final int FIRST_ID_FROM = 2_000_001;

	private static final int FIRST_ID_TO = 1_000_000_000;

	private final Map<Key, SimulatedBot> bots = new ConcurrentSkipListMap<>();

	private final Timer timer;

	private final Webhooks webhooks;

	private final RandomGenerator random;

	private final WorldListener listener;

	private final FileFolder folder;

	private final FileRules rules;

	private final HistoryListener history;

	Bots(Timer timer, Webhooks webhooks, RandomGenerator random, WorldListener listener, FileFolder folder,
			FileRules rules, HistoryListener history) {
		this.timer = timer;
		this.webhooks = webhooks;
		this.random = random;
		this.listener = listener;
		this.folder = folder;
		this.rules = rules;
		this.history = history;
	}

	/**
	 * Find or create a bot. The first update id is random, as {@code TQueue} has it.
	 */
	SimulatedBot get(long id, boolean test) {
		synchronized (this.bots) {
			return this.bots.computeIfAbsent(new Key(id, test), this::create);
		}
	}

	Collection<SimulatedBot> all() {
		return this.bots.values();
	}

	ArrayNode toJson() {
		ArrayNode list = Json.array();
		all().forEach((bot) -> list.add(bot.toJson()));
		return list;
	}

	private SimulatedBot create(Key key) {
		FileStore files = new FileStore(this.folder, this.rules, key.id + (key.test ? "-test" : ""));
		int firstUpdateId = this.random.nextInt(FIRST_ID_FROM, FIRST_ID_TO + 1);
		return new SimulatedBot(key.id, key.test, this.timer.clock(), this.listener, files,
				(bot) -> new UpdateFeed(bot, firstUpdateId, this.timer, this.webhooks, this.history));
	}

	private record Key(long id, boolean test) implements Comparable<Key> {

		@Override
		public int compareTo(Key other) {
			return Comparator.comparingLong(Key::id).thenComparing(Key::test).compare(this, other);
		}

	}

}
