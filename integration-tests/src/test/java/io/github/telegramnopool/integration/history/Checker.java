// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Judges a history: every property of each bot, and those of the connections.
 */
final class Checker implements Consumer<Event> {

	private final Map<Long, List<Property>> ofBots = new TreeMap<>();

	private final List<Property> ofConnections = List.of(new OneRequestPerConnection(), new SocketsClosed());

	private static List<Property> ofBot() {
		return List.of(new NothingLost(), new OrderPerChat(), new ReplaysAfterCrashesOnly(), new OnePoll(),
				new ConfirmedOnceHandled(), new NothingRepeated(), new OutcomesTrue(), new NeverEndsByItself());
	}

	/**
	 * Judge the history in some files.
	 * @return how it is not what is promised, empty if it is
	 */
	static List<String> check(Collection<Path> files) {
		Checker checker = new Checker();
		History.read(files, checker);
		return checker.verdict();
	}

	@Override
	public void accept(Event event) {
		List<Property> properties = (event.bot() != 0) ? this.ofBots.computeIfAbsent(event.bot(), (bot) -> ofBot())
				: this.ofConnections;
		properties.forEach((property) -> property.see(event));
	}

	List<String> verdict() {
		List<String> verdict = new ArrayList<>();
		Stream.concat(this.ofBots.values().stream().flatMap(List::stream), this.ofConnections.stream())
			.forEach((property) -> {
				property.end();
				verdict.addAll(property.violations());
			});
		return verdict;
	}

}
