// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of which a value can't have any number: what the documentation says in words
 * only, so it is told in {@code overlay.json}.
 *
 * @param owners names of types and methods that it holds for
 * @param rule how many of the options
 * @param of the options; one of several parameters that belong together has a {@code +}
 * between them
 * @param allBut instead of {@code of}: parameters that are no option, while all other
 * optional ones are
 */
record Choice(List<String> owners, Rule rule, @Nullable List<String> of, @Nullable List<String> allBut) {

	/**
	 * Each option as the names of its parameters.
	 */
	List<List<String>> options(List<Schema.Field> fields) {
		if (this.of != null) {
			return this.of.stream().map((option) -> List.of(option.split("\\+"))).toList();
		}
		return fields.stream()
			.filter((field) -> !field.required() && !exceptions().contains(field.name()))
			.map((field) -> List.of(field.name()))
			.toList();
	}

	/**
	 * Fails on a name that the schema doesn't have.
	 */
	void check(Schema schema) {
		if ((this.of == null) == (this.allBut == null)) {
			throw new IllegalStateException(
					"The choice of " + this.owners + " in overlay.json has to say either 'of' or 'allBut'");
		}
		for (String owner : this.owners) {
			List<String> names = new ArrayList<>(exceptions());
			options(schema.fieldsOf(owner)).forEach(names::addAll);
			names.forEach((name) -> schema.demand(owner, name));
		}
	}

	private List<String> exceptions() {
		return (this.allBut != null) ? this.allBut : List.of();
	}

	enum Rule {

		@JsonProperty("at least one")
		AT_LEAST_ONE,

		@JsonProperty("at most one")
		AT_MOST_ONE,

		@JsonProperty("exactly one")
		EXACTLY_ONE

	}

}
