// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.function.UnaryOperator;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;

/**
 * Writes the client's two facades: one Java method for each method of the Bot API, all of
 * them leading to {@code execute}.
 */
final class FacadeWriter {

	private static final ClassName MONO = ClassName.get("reactor.core.publisher", "Mono");

	private final Schema schema;

	private final TypeNames types;

	FacadeWriter(Schema schema, TypeNames types) {
		this.schema = schema;
		this.types = types;
	}

	void write(GeneratedSources sources) {
		sources.add(TypeNames.CLIENT, write("BotApiOperations",
				"Every method of the Bot API. Nothing is sent before the {@code Mono} is subscribed, and each\n"
						+ "subscription sends again; it yields one value or a failure, and cancelling it ends the call.\n",
				(result) -> ParameterizedTypeName.get(MONO, result)));
		sources.add(TypeNames.CLIENT, write("BlockingBotApiOperations",
				"Every method of the Bot API, for callers that may wait for the answer.\n", UnaryOperator.identity()));
	}

	private TypeSpec write(String name, String doc, UnaryOperator<TypeName> answer) {
		TypeSpec.Builder type = TypeSpec.interfaceBuilder(name).addModifiers(Modifier.PUBLIC).addJavadoc(doc);
		TypeVariableName result = TypeVariableName.get("R");
		type.addMethod(MethodSpec.methodBuilder("execute")
			.addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
			.addTypeVariable(result)
			.addParameter(ParameterizedTypeName.get(TypeNames.BOT_API_METHOD, result), "method")
			.returns(answer.apply(result))
			.addJavadoc("Calls any method.\n@param <R> type of the result\n@param method the method\n")
			.addJavadoc("@return the result\n")
			.build());
		for (Schema.Method method : this.schema.methods()) {
			TypeName returned = answer.apply(MethodWriter.result(method, this.types));
			if (this.types.canBeEmpty(method)) {
				type.addMethod(call(method, returned)
					.addStatement("return $L($T.of())", method.name(), MethodWriter.className(method))
					.build());
			}
			type.addMethod(call(method, returned).addJavadoc("@param method the method\n")
				.addParameter(MethodWriter.className(method), "method")
				.addStatement("return execute(method)")
				.build());
		}
		return type.build();
	}

	private static MethodSpec.Builder call(Schema.Method method, TypeName returned) {
		return MethodSpec.methodBuilder(method.name())
			.addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
			.returns(returned)
			.addJavadoc("$L$L\n@return the result\n",
					Docs.sentence(method.name(), "Calls {@code " + method.name() + "}."), Docs.since(method.since()))
			.addJavadoc(Docs.see(method.name()));
	}

}
