// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.ArrayList;
import java.util.List;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * A way from a record to something in it, such as {@code chat.id}.
 *
 * @param code the value at its end
 * @param conditions what has to be so that one gets there
 * @param type type of the value
 * @param optional whether there may be none at the end
 */
record FieldPath(CodeBlock code, List<Condition> conditions, TypeName type, boolean optional) {

	/**
	 * Whether nothing on the way can be missing.
	 */
	boolean isCertain() {
		return this.conditions.isEmpty() && !this.optional;
	}

	/**
	 * Whether the value is there, in Java.
	 */
	CodeBlock isThere() {
		return through().conditions.stream().map(Condition::holds).collect(CodeBlock.joining(" && "));
	}

	/**
	 * Whether the value is missing, in Java.
	 */
	CodeBlock isMissing() {
		return through().conditions.stream().map(Condition::fails).collect(CodeBlock.joining(" || "));
	}

	/**
	 * The value or {@code null}.
	 */
	CodeBlock orNull() {
		CodeBlock all = this.conditions.stream().map(Condition::holds).collect(CodeBlock.joining(" && "));
		return this.conditions.isEmpty() ? this.code : CodeBlock.of("($L) ? $L : null", all, this.code);
	}

	/**
	 * One step further.
	 * @param member the only type that has the field, if the value may be of others too
	 */
	FieldPath to(Schema.Field field, TypeName fieldType, @Nullable TypeName member) {
		boolean first = this.code.toString().equals("this");
		CodeBlock holder = (member != null) ? CodeBlock.of("(($T) $L)", member, this.code) : this.code;
		CodeBlock next = CodeBlock.of(first ? "$L.$L" : "$L.$L()", holder, Names.camel(field.name()));
		FieldPath there = (member != null) ? onlyIf(Condition.isOfType(this.code, member)) : through();
		return new FieldPath(next, there.conditions, fieldType, !field.required());
	}

	/**
	 * The same with one more condition.
	 */
	FieldPath onlyIf(Condition condition) {
		List<Condition> all = new ArrayList<>(this.conditions);
		all.add(condition);
		return new FieldPath(this.code, all, this.type, this.optional);
	}

	/**
	 * The same with the value in another form.
	 */
	FieldPath as(TypeName newType, CodeBlock newCode) {
		return new FieldPath(newCode, through().conditions, newType, false);
	}

	private FieldPath through() {
		return this.optional ? onlyIf(Condition.notNull(this.code)) : this;
	}

}
