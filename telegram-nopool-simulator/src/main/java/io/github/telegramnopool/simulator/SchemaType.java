// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * A type expression of the schema: a name, {@code Array<T>}, or {@code A|B}.
 */
sealed interface SchemaType {

	static SchemaType parse(String expression) {
		List<SchemaType> choices = new ArrayList<>();
		int begin = 0;
		int depth = 0;
		for (int i = 0; i <= expression.length(); i++) {
			char next = (i < expression.length()) ? expression.charAt(i) : '|';
			depth += (next == '<') ? 1 : (next == '>') ? -1 : 0;
			if (next == '|' && depth == 0) {
				choices.add(parseOne(expression.substring(begin, i)));
				begin = i + 1;
			}
		}
		return (choices.size() == 1) ? choices.get(0) : new OneOf(List.copyOf(choices));
	}

	/**
	 * Whether a value of the named type fits.
	 */
	boolean takes(String name);

	private static SchemaType parseOne(String expression) {
		return expression.startsWith("Array<")
				? new ListOf(parse(expression.substring("Array<".length(), expression.length() - 1)))
				: new Named(expression);
	}

	/**
	 * A primitive, an object type or a union.
	 *
	 * @param name the name
	 */
	record Named(String name) implements SchemaType {

		@Override
		public boolean takes(String name) {
			return this.name.equals(name);
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	/**
	 * A list.
	 *
	 * @param element the type of its elements
	 */
	record ListOf(SchemaType element) implements SchemaType {

		@Override
		public boolean takes(String name) {
			return false;
		}

		@Override
		public String toString() {
			return "Array<" + this.element + ">";
		}

	}

	/**
	 * One of several types.
	 *
	 * @param of the types
	 */
	record OneOf(List<SchemaType> of) implements SchemaType {

		@Override
		public boolean takes(String name) {
			return this.of.stream().anyMatch((type) -> type.takes(name));
		}

		@Override
		public String toString() {
			return String.join("|", this.of.stream().map(SchemaType::toString).toList());
		}

	}

}
