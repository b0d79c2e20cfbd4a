// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The bots of a test: the one that a conversation begins with, and others by their names.
 */
final class BotsUnderTest {

	private static final String DEFAULT = "default";

	private final Map<String, BotUnderTest> bots = new ConcurrentHashMap<>();

	private final List<String> names;

	private final Function<String, BotUnderTest> maker;

	/**
	 * Create them.
	 * @param names the names of those that there are
	 * @param maker makes one
	 */
	BotsUnderTest(List<String> names, Function<String, BotUnderTest> maker) {
		this.names = names;
		this.maker = maker;
	}

	BotUnderTest first() {
		boolean hasDefault = this.names.isEmpty() || this.names.contains(DEFAULT);
		return get(hasDefault ? DEFAULT : this.names.get(0));
	}

	BotUnderTest named(String name) {
		if (!this.names.contains(name)) {
			throw new IllegalArgumentException(
					"There is no bot '%s'. There are: %s.".formatted(name, String.join(", ", this.names)));
		}
		return get(name);
	}

	private BotUnderTest get(String name) {
		return this.bots.computeIfAbsent(name, this.maker);
	}

	/**
	 * Forget what the test method before this one did.
	 */
	void begin() {
		this.bots.values().forEach(BotUnderTest::begin);
	}

}
