// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.List;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;

/**
 * Writes the {@code of} methods, which take what is required.
 */
final class OfWriter {

	private final ClassName name;

	private final List<Component> required;

	OfWriter(ClassName name, List<Component> components) {
		this.name = name;
		this.required = components.stream().filter(Component::required).toList();
	}

	List<MethodSpec> write() {
		return Overloads.of(this.required).stream().map(this::of).toList();
	}

	private MethodSpec of(List<Argument> arguments) {
		MethodSpec.Builder method = MethodSpec.methodBuilder("of")
			.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
			.returns(this.name)
			.addJavadoc("Makes one of what is required.\n");
		CodeBlock.Builder chain = CodeBlock.builder().add("return builder()");
		for (Argument argument : arguments) {
			Component component = argument.component();
			method.addParameter(argument.parameter());
			method.addJavadoc("@param $L $L\n", component.name(), component.doc());
			chain.add(".$L($L)", component.name(), argument.value());
		}
		return method.addJavadoc("@return the value\n").addStatement(chain.add(".build()").build()).build();
	}

}
