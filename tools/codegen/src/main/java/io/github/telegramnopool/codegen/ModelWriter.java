// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.List;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

/**
 * Writes a record for each type of the Bot API.
 */
final class ModelWriter {

	private final Schema schema;

	private final TypeNames types;

	private final ShortcutWriter shortcuts;

	ModelWriter(Schema schema, TypeNames types) {
		this.schema = schema;
		this.types = types;
		this.shortcuts = new ShortcutWriter(schema, types, Shortcuts.load());
	}

	void write(GeneratedSources sources) {
		this.schema.recordTypes().forEach((type) -> sources.add(TypeNames.MODEL, write(type)));
	}

	private TypeSpec write(Schema.Type type) {
		ClassName name = TypeNames.model(type.name());
		List<Component> components = RecordWriter.components(type.name(), type.components(), this.types);
		TypeSpec.Builder record = new RecordWriter(name, components, this.types.limits(type.name(), type.components()))
			.write();
		record.addJavadoc(Docs.type(
				Docs.sentence(type.name(), "The Bot API's {@code " + type.name() + "}.") + Docs.since(type.since()),
				components, type.name()));
		record.addMethods(this.shortcuts.write(type));
		List<Schema.Union> unions = unionsOf(type);
		type.constants().forEach((field) -> record.addMethod(constant(field, unions)));
		unions.forEach((union) -> record.addSuperinterface(TypeNames.model(union.name())));
		return record.build();
	}

	private List<Schema.Union> unionsOf(Schema.Type type) {
		return this.schema.unions().stream().filter((union) -> union.of().contains(type.name())).toList();
	}

	private static MethodSpec constant(Schema.Field field, List<Schema.Union> unions) {
		MethodSpec.Builder method = MethodSpec.methodBuilder(Names.camel(field.name()))
			.addModifiers(Modifier.PUBLIC)
			.returns(String.class)
			.addJavadoc("Always {@code $L}.\n@return the $L\n", field.constant(), field.name().replace('_', ' '))
			.addStatement("return $S", field.constant());
		if (unions.stream().anyMatch((union) -> field.name().equals(union.commonDiscriminator()))) {
			method.addAnnotation(Override.class);
		}
		return method.build();
	}

}
