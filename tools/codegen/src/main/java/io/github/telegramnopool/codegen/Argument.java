// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.List;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;

/**
 * A component as the argument of a method, in one of the types that it can be said in.
 */
record Argument(Component component, TypeName type) {

	ParameterSpec parameter() {
		return ParameterSpec.builder(this.type, this.component.name()).build();
	}

	/**
	 * Values one after the other, instead of a list of them.
	 */
	boolean isSingly() {
		return this.type instanceof ArrayTypeName;
	}

	/**
	 * What the component's setter is given.
	 */
	CodeBlock value() {
		String name = this.component.name();
		if (isSingly()) {
			return CodeBlock.of("$T.of($L)", List.class, name);
		}
		boolean text = this.component.isChatId() && this.type.equals(TypeName.get(String.class));
		return text ? CodeBlock.of("$T.of($L)", TypeNames.CHAT_ID, name) : CodeBlock.of(name);
	}

}
