// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.palantir.javapoet.TypeName;

/**
 * Sees that {@code shortcuts.json} speaks only of what is there. Whether a value fits
 * shows where it is written.
 */
final class ShortcutCheck {

	private final Schema schema;

	private final Shortcuts shortcuts;

	private final Set<String> used = new HashSet<>();

	ShortcutCheck(Schema schema, Shortcuts shortcuts) {
		this.schema = schema;
		this.shortcuts = shortcuts;
	}

	void run() {
		this.shortcuts.shortcuts().forEach((type, list) -> {
			if (this.schema.recordTypes().stream().noneMatch((it) -> it.name().equals(type))) {
				throw failure(type, "the schema has no such type");
			}
			list.forEach((shortcut) -> check(type + "." + shortcut.name(), shortcut));
		});
		this.shortcuts.fills().forEach((fill, values) -> values.keySet().forEach((param) -> {
			if (!this.used.contains(fill + "." + param)) {
				throw failure(fill, "no shortcut uses what is filled in for '" + param + "'");
			}
		}));
	}

	private void check(String place, Shortcuts.Shortcut shortcut) {
		Schema.Method method = this.schema.methods()
			.stream()
			.filter((it) -> it.name().equals(shortcut.method()))
			.findFirst()
			.orElseThrow(() -> failure(place, "the schema has no method '" + shortcut.method() + "'"));
		for (String fill : shortcut.fill()) {
			Map<String, ?> values = this.shortcuts.fills().get(fill);
			if (values == null) {
				throw failure(place, "there is nothing under 'fills' that is called '" + fill + "'");
			}
			values.keySet()
				.stream()
				.filter((param) -> Shortcuts.has(method, param))
				.forEach((param) -> this.used.add(fill + "." + param));
		}
		List<String> params = new ArrayList<>(shortcut.set().keySet());
		params.addAll(shortcut.takes());
		for (String param : params) {
			if (!Shortcuts.has(method, param)) {
				throw failure(place, "'" + method.name() + "' has no parameter '" + param + "'");
			}
		}
		String unless = shortcut.unless();
		if (unless != null && Shortcuts.has(method, unless.substring(unless.lastIndexOf('.') + 1))) {
			throw failure(place, "'" + method.name() + "' can say the '" + unless + "': no need for 'unless'");
		}
		for (String param : shortcut.takes()) {
			if (this.shortcuts.values(shortcut, method).containsKey(param)) {
				throw failure(place, "'" + param + "' is taken and filled in: one of it is too much");
			}
		}
	}

	static IllegalStateException failure(String place, String problem) {
		return new IllegalStateException("shortcuts.json, " + place + ": " + problem);
	}

	static IllegalStateException misfit(String place, String value, TypeName type) {
		return failure(place, value + " is not of type " + type);
	}

}
