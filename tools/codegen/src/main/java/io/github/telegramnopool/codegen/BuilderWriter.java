// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.List;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

/**
 * Writes the builder that is nested in every generated record.
 */
final class BuilderWriter {

	private final ClassName owner;

	private final ClassName name;

	private final List<Component> components;

	private final LimitWriter limits;

	BuilderWriter(ClassName owner, List<Component> components, LimitWriter limits) {
		this.owner = owner;
		this.name = owner.nestedClass("Builder");
		this.components = components;
		this.limits = limits;
	}

	TypeSpec write() {
		TypeSpec.Builder builder = TypeSpec.classBuilder(this.name)
			.addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
			.addJavadoc("Builds a {@link $T}.\n", this.owner);
		this.components.forEach((component) -> builder.addField(field(component)));
		builder.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
		builder.addMethod(copyConstructor());
		for (Component component : this.components) {
			builder.addMethod(setter(component, component.declared()).addStatement("this.$1L = $1L", component.name())
				.addStatement("return this")
				.build());
			if (component.entities() != null) {
				builder.addMethod(setter(component, TypeNames.MESSAGE_TEXT)
					.addStatement("this.$1L = $1L.text()", component.name())
					.addStatement("this.$L = $L.entities()", component.entities(), component.name())
					.addStatement("return this")
					.build());
			}
			if (component.isChatId()) {
				builder.addMethod(setter(component, TypeName.LONG)
					.addStatement("return $1L($2T.of($1L))", component.name(), TypeNames.CHAT_ID)
					.build());
			}
		}
		return builder.addMethod(build()).build();
	}

	private static FieldSpec field(Component component) {
		return FieldSpec.builder(TypeNames.nullable(component.type()), component.name(), Modifier.PRIVATE).build();
	}

	private MethodSpec copyConstructor() {
		MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
			.addModifiers(Modifier.PRIVATE)
			.addParameter(this.owner, "source");
		this.components.forEach((component) -> constructor.addStatement("this.$1L = source.$1L", component.name()));
		return constructor.build();
	}

	private MethodSpec.Builder setter(Component component, TypeName type) {
		return MethodSpec.methodBuilder(component.name())
			.addModifiers(Modifier.PUBLIC)
			.addParameter(type, component.name())
			.returns(this.name)
			.addJavadoc("Sets {@code $1L}.\n@param $1L $2L\n@return this builder\n", component.name(), component.doc());
	}

	private MethodSpec build() {
		MethodSpec.Builder build = MethodSpec.methodBuilder("build")
			.addModifiers(Modifier.PUBLIC)
			.returns(this.owner)
			.addJavadoc("Makes the value.\n@return the value\n")
			.addJavadoc("@throws IllegalStateException if something required is not set$L\n",
					this.limits.hasChoice() ? ", or too much is" : "");
		if (this.limits.hasLimit()) {
			build.addJavadoc("@throws IllegalArgumentException if a value is out of its limits\n");
		}
		for (Component component : this.components) {
			if (component.required()) {
				build.beginControlFlow("if (this.$L == null)", component.name())
					.addStatement("throw new $T($S)", IllegalStateException.class,
							this.owner.simpleName() + " needs '" + component.name() + "'")
					.endControlFlow();
			}
		}
		CodeBlock arguments = this.components.stream()
			.map((component) -> CodeBlock.of("this.$L", component.name()))
			.collect(CodeBlock.joining(", "));
		return build.addCode(this.limits.write()).addStatement("return new $T($L)", this.owner, arguments).build();
	}

}
