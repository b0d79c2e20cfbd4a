// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;

/**
 * Writes a method that finds whom an update is about: a chat or a user.
 */
final class UpdateIdWriter {

	private final Schema schema;

	private final String type;

	private final List<String> fields;

	/**
	 * Looks for the first of the fields that has the type.
	 */
	UpdateIdWriter(Schema schema, String type, String... fields) {
		this.schema = schema;
		this.type = type;
		this.fields = List.of(fields);
	}

	MethodSpec write(String name, String sentence) {
		CodeBlock.Builder cases = CodeBlock.builder().add("return switch (this) {$>\n");
		for (Schema.Field kind : EventWriter.kinds(this.schema)) {
			List<CodeBlock> path = path(kind.type());
			if (!path.isEmpty()) {
				cases.add("case $L -> $T.ofNullable(update.$L())", Names.constant(kind.name()), Optional.class,
						Names.camel(kind.name()));
				path.forEach((step) -> cases.add(".map($L)", step));
				cases.add(".orElse(null);\n");
			}
		}
		return MethodSpec.methodBuilder(name)
			.addModifiers(Modifier.PUBLIC)
			.addParameter(TypeNames.UPDATE, "update")
			.returns(TypeNames.nullable(TypeName.LONG))
			.addJavadoc("$L\n@param update an update of this kind\n", sentence)
			.addJavadoc("@return its id or {@code null} if there is none\n")
			.addCode(cases.add("default -> null;\n$<};\n").build())
			.build();
	}

	/**
	 * Steps from what the update brought to an id: over a field of its own, else over
	 * that of the message that it is about.
	 */
	private List<CodeBlock> path(String owner) {
		for (String field : this.fields) {
			if (has(owner, field)) {
				return List.of(step(owner, field), step(this.type, "id"));
			}
		}
		Schema.Field message = this.schema.isUnion(owner) ? null : this.schema.type(owner).field("message");
		if (message == null) {
			return List.of();
		}
		List<CodeBlock> path = new ArrayList<>(path(message.type()));
		if (!path.isEmpty()) {
			path.add(0, step(owner, message.name()));
		}
		return path;
	}

	private boolean has(String owner, String field) {
		if (this.schema.isUnion(owner)) {
			return this.schema.union(owner).objects().stream().allMatch((member) -> has(member, field));
		}
		Schema.Field found = this.schema.type(owner).field(field);
		return found != null && found.type().equals(this.type);
	}

	private static CodeBlock step(String owner, String field) {
		return CodeBlock.of("$T::$L", TypeNames.model(owner), Names.camel(field));
	}

}
