// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.List;
import java.util.Objects;

import com.palantir.javapoet.CodeBlock;

/**
 * Follows paths through the schema. A step into a union goes to what all of its members
 * have, or else to the only one that has it.
 */
final class FieldPaths {

	private final Schema schema;

	private final TypeNames types;

	private final String place;

	FieldPaths(Schema schema, TypeNames types, String place) {
		this.schema = schema;
		this.types = types;
		this.place = place;
	}

	/**
	 * The path to a value, with the record at its beginning as {@code this}.
	 */
	FieldPath find(String owner, String path) {
		String type = owner;
		FieldPath found = new FieldPath(CodeBlock.of("this"), List.of(), TypeNames.model(owner), false);
		for (String step : path.split("\\.")) {
			Schema.Type holder = holder(type, step, path);
			Schema.Field field = Objects.requireNonNull(holder.field(step));
			boolean narrow = !holder.name().equals(type) && !isCommon(type, step);
			found = found.to(field, this.types.of(holder.name(), field),
					narrow ? TypeNames.model(holder.name()) : null);
			type = field.type();
		}
		return found;
	}

	private Schema.Type holder(String type, String step, String path) {
		List<Schema.Type> members = members(type);
		if (members.isEmpty()) {
			throw failure(path, "'" + type + "' has no fields");
		}
		List<Schema.Type> holders = members.stream().filter((member) -> member.field(step) != null).toList();
		if (holders.isEmpty()) {
			throw failure(path, "'" + type + "' has no field '" + step + "'");
		}
		if (holders.size() > 1 && !isCommon(type, step)) {
			throw failure(path, "several members of '" + type + "' have a field '" + step + "'");
		}
		return holders.get(0);
	}

	private List<Schema.Type> members(String type) {
		List<String> names = this.schema.isUnion(type) ? this.schema.union(type).objects() : List.of(type);
		return this.schema.recordTypes().stream().filter((it) -> names.contains(it.name())).toList();
	}

	/**
	 * Whether the union's interface has it.
	 */
	private boolean isCommon(String type, String step) {
		return this.schema.isUnion(type) && !this.schema.union(type).hasUnknown()
				&& members(type).stream().allMatch((member) -> member.field(step) != null);
	}

	private IllegalStateException failure(String path, String problem) {
		return ShortcutCheck.failure(this.place, "'" + path + "' leads nowhere, since " + problem);
	}

}
