// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What happened how often, for people.
 */
final class Figures implements Consumer<Event> {

	private final Map<String, Integer> counts = new TreeMap<>();

	private final Set<Long> begun = new HashSet<>();

	private final MemoryFlat memory = new MemoryFlat();

	private long first;

	private long last;

	@Override
	public void accept(Event event) {
		this.memory.see(event);
		this.first = (this.first != 0) ? this.first : event.time();
		this.last = event.time();
		String name = event.kind().name().toLowerCase(Locale.ROOT);
		switch (event.kind()) {
			case ENDED -> count("call ended with " + Outcome.valueOf(event.detail().split(" ")[1]));
			case FAULT -> count("nemesis did " + event.detail().split(" ")[0]);
			case LEFT -> this.counts.put("accepted by the proxy", Integer.valueOf(event.detail().split(" ")[0]));
			case GONE -> count("process " + event.detail().split(" ")[0]);
			case BEGUN -> {
				boolean first = this.begun.add(event.bot() * 31 + event.subject());
				count(first ? "begun" : "begun again");
			}
			default -> count(name);
		}
	}

	private void count(String what) {
		this.counts.merge(what, 1, Integer::sum);
	}

	int count(Event.Kind kind) {
		return this.counts.getOrDefault(kind.name().toLowerCase(Locale.ROOT), 0);
	}

	String print() {
		StringBuilder text = new StringBuilder();
		text.append("lasted ").append((this.last - this.first) / 1_000_000_000).append(" s\n");
		this.counts.forEach((what, count) -> text.append("%-28s %d%n".formatted(what, count)));
		text.append("survivor, medians of the three thirds of its life:\n");
		text.append("  heap after collection, KiB  ").append(this.memory.thirds(Sample::heap)).append("\n");
		text.append("  direct memory, KiB          ").append(this.memory.thirds(Sample::direct)).append("\n");
		text.append("  resident memory, KiB        ").append(this.memory.thirds(Sample::resident)).append("\n");
		text.append("  file descriptors            ").append(this.memory.thirds(Sample::descriptors)).append("\n");
		text.append("  threads                     ").append(this.memory.thirds(Sample::threads)).append("\n");
		return text.toString();
	}

}
