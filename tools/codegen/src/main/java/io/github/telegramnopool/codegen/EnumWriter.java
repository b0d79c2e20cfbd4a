// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.Set;

import javax.lang.model.element.Modifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;

/**
 * Writes open enumerations: a constant for each value that is known, and room for those
 * that a later version of the Bot API adds.
 */
final class EnumWriter {

	private final TypeNames types;

	EnumWriter(TypeNames types) {
		this.types = types;
	}

	void write(GeneratedSources sources) {
		this.types.enums().forEach((name, values) -> sources.add(TypeNames.MODEL, write(name, values)));
	}

	private TypeSpec write(String simpleName, Set<String> values) {
		ClassName name = TypeNames.model(simpleName);
		TypeSpec.Builder type = TypeSpec.recordBuilder(name)
			.addModifiers(Modifier.PUBLIC)
			.addJavadoc("One of the values that are constants here, or one that is not known yet.\n\n")
			.addJavadoc("@param value the value as the Bot API spells it\n")
			.recordConstructor(UnionWriter
				.constructor(ParameterSpec.builder(String.class, "value").addAnnotation(JsonValue.class).build())
				.addAnnotation(AnnotationSpec.builder(JsonCreator.class)
					.addMember("mode", CodeBlock.of("$T.DELEGATING", JsonCreator.Mode.class))
					.build())
				.build());
		values.forEach((value) -> type.addField(constant(name, value)));
		return type
			.addMethod(MethodSpec.methodBuilder("toString")
				.addModifiers(Modifier.PUBLIC)
				.addAnnotation(Override.class)
				.returns(String.class)
				.addStatement("return this.value")
				.build())
			.build();
	}

	private FieldSpec constant(ClassName type, String value) {
		return FieldSpec.builder(type, this.types.constant(value), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
			.addJavadoc("{@code $L}.\n", value)
			.initializer("new $T($S)", type, value)
			.build();
	}

}
