// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
 * @param choices parameters of which so many have to be set or may be
 * @param openLimits {@code Owner.field}s of which no maximum is checked, and why
 */
record Overlay(Map<String, List<String>> enums, Map<String, String> constants, List<String> instants,
		List<Schema.Union> unions, List<String> mayBeAbsent, List<String> optInUpdates, List<Choice> choices,
		Map<String, String> openLimits) {

	static Overlay load() {
		return Schema.read("overlay.json", Overlay.class);
	}

	/**
	 * Fails on a name that the schema doesn't have.
	 */
	void check(Schema schema) {
		this.choices.forEach((choice) -> choice.check(schema));
		Stream.concat(this.openLimits.keySet().stream(), this.mayBeAbsent.stream()).forEach((place) -> {
			int dot = place.indexOf('.');
			schema.demand(place.substring(0, dot), place.substring(dot + 1));
		});
	}

	List<Choice> choicesOf(String owner) {
		return this.choices.stream().filter((choice) -> choice.owners().contains(owner)).toList();
	}

	/**
	 * Whether something has to be set of which no single parameter is required.
	 */
	boolean needsChoice(String owner) {
		return choicesOf(owner).stream().anyMatch((choice) -> choice.rule() != Choice.Rule.AT_MOST_ONE);
	}

	boolean hasOpenLimit(String owner, String field) {
		return this.openLimits.containsKey(owner + "." + field);
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
