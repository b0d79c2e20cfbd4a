// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * Something that has to be so, in Java.
 *
 * @param holds the expression
 * @param fails its contrary
 */
record Condition(CodeBlock holds, CodeBlock fails) {

	static Condition notNull(CodeBlock value) {
		return new Condition(CodeBlock.of("$L != null", value), CodeBlock.of("$L == null", value));
	}

	static Condition isOfType(CodeBlock value, TypeName type) {
		CodeBlock holds = CodeBlock.of("$L instanceof $T", value, type);
		return new Condition(holds, CodeBlock.of("!($L)", holds));
	}

	static Condition isTrue(CodeBlock value) {
		CodeBlock holds = CodeBlock.of("$T.TRUE.equals($L)", Boolean.class, value);
		return new Condition(holds, CodeBlock.of("!$L", holds));
	}

}
