// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.keyboard;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of buttons. A row without a button is none.
 *
 * @param <B> the type of button
 */
final class Rows<B> {

	private final List<List<B>> rows = new ArrayList<>();

	void add(List<B> row) {
		if (!row.isEmpty()) {
			this.rows.add(List.copyOf(row));
		}
	}

	void addInColumns(int columns, List<B> buttons) {
		if (columns < 1) {
			throw new IllegalArgumentException("'columns' must be at least 1: " + columns);
		}
		for (int first = 0; first < buttons.size(); first += columns) {
			add(buttons.subList(first, Math.min(first + columns, buttons.size())));
		}
	}

	List<List<B>> list() {
		return List.copyOf(this.rows);
	}

	List<List<B>> atLeastOne() {
		if (this.rows.isEmpty()) {
			throw new IllegalStateException("A reply keyboard needs a button: add one, or take ReplyKeyboard.remove()");
		}
		return list();
	}

	/**
	 * All buttons but the first one.
	 */
	List<B> further() {
		return this.rows.stream().flatMap(List::stream).skip(1).toList();
	}

}
