package io.github.telegramnopool.codegen;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What people decided where the schema leaves it open, from {@code overlay.json}.
 *
 * @param enums name of an enumeration to the {@code Owner.field}s that take its values
 * @param constants name of an enumeration's value for which no rule makes a good one
 * @param instants {@code Owner.field}s that are points in time, though no format says so
 * @param unions names for what the schema only lists in place
 * @param mayBeAbsent {@code Owner.field}s of received objects that servers older than the
 * schema leave out, though it says that they are always there
 * @param optInUpdates kinds of updates that Telegram sends only if asked to
 * @param needSomething methods that fail without parameters, though no single one is
 * required
 */
record Overlay(Map<String, List<String>> enums, Map<String, String> constants, List<String> instants,
		List<Schema.Union> unions, List<String> mayBeAbsent, List<String> optInUpdates, List<String> needSomething) {

	static Overlay load() {
		return Schema.read("overlay.json", Overlay.class);
	}

	@Nullable String enumOf(String owner, String field) {
		String place = owner + "." + field;
		for (Map.Entry<String, List<String>> entry : this.enums.entrySet()) {
			if (entry.getValue().contains(place)) {
				return entry.getKey();
			}
		}
		return null;
	}

}
