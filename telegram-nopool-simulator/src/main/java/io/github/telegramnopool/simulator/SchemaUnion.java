// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A union of the schema.
 *
 * @param of its members
 * @param discriminator the field that tells them apart, if one does
 * @param values the members that a value of that field stands for
 * @param otherwise the member that every other value stands for, if one does
 */
record SchemaUnion(List<SchemaType> of, @Nullable String discriminator, Map<String, List<SchemaType>> values,
		@Nullable SchemaType otherwise) {

	/**
	 * The first member that the schema says something about.
	 */
	SchemaType first(ApiSchema schema) {
		return this.of.stream().filter(schema::knows).findFirst().orElse(this.of.get(0));
	}

	/**
	 * The members that a value of the discriminator leaves.
	 */
	List<SchemaType> members(String value) {
		return this.values.getOrDefault(value, (this.otherwise != null) ? List.of(this.otherwise) : List.of());
	}

}
