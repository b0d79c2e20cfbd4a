// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import tools.jackson.core.type.TypeReference;

/**
 * Writes a record for each method of the Bot API, which knows its name and the type of
 * its result.
 */
final class MethodWriter {

	private static final ClassName RESULTS = ClassName.get(TypeNames.METHOD, "Results");

	private static final ClassName TYPE_REFERENCE = ClassName.get(TypeReference.class);

	private final Schema schema;

	private final TypeNames types;

	private final Map<String, TypeName> results = new TreeMap<>();

	MethodWriter(Schema schema, TypeNames types) {
		this.schema = schema;
		this.types = types;
	}

	void write(GeneratedSources sources) {
		this.schema.methods().forEach((method) -> sources.add(TypeNames.METHOD, write(method)));
		sources.add(TypeNames.METHOD, results());
	}

	static TypeName result(Schema.Method method, TypeNames types) {
		return types.of(method.returns()).box();
	}

	static ClassName className(Schema.Method method) {
		return ClassName.get(TypeNames.METHOD, method.className());
	}

	private TypeSpec write(Schema.Method method) {
		List<Component> components = RecordWriter.components(method.name(), method.params(), this.types);
		TypeName result = result(method, this.types);
		return new RecordWriter(className(method), components, this.types.limits(method.name(), method.params()))
			.write()
			.addJavadoc(Docs.type(Docs.sentence(method.name(), "The Bot API's method {@code " + method.name() + "}.")
					+ Docs.since(method.since()), components, method.name()))
			.addSuperinterface(ParameterizedTypeName.get(TypeNames.BOT_API_METHOD, result))
			.addMethod(implementation("methodName", ClassName.get(String.class), CodeBlock.of("$S", method.name())))
			.addMethod(implementation("resultType", ParameterizedTypeName.get(TYPE_REFERENCE, result),
					CodeBlock.of("$T.$L", RESULTS, constant(result))))
			.build();
	}

	private static MethodSpec implementation(String name, TypeName type, CodeBlock value) {
		return MethodSpec.methodBuilder(name)
			.addModifiers(Modifier.PUBLIC)
			.addAnnotation(Override.class)
			.returns(type)
			.addStatement("return $L", value)
			.build();
	}

	private String constant(TypeName result) {
		String name = (result instanceof ParameterizedTypeName list)
				? Names.constant(simpleName(list.typeArguments().get(0))) + "_LIST"
				: Names.constant(simpleName(result));
		this.results.put(name, result);
		return name;
	}

	private static String simpleName(TypeName type) {
		return ((ClassName) type).simpleName();
	}

	/**
	 * One constant for each type of result, instead of one for each method.
	 */
	private TypeSpec results() {
		TypeSpec.Builder type = TypeSpec.classBuilder(RESULTS)
			.addModifiers(Modifier.FINAL)
			.addJavadoc("Types of the methods' results.\n")
			.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
		this.results.forEach((name, result) -> type.addField(result(name, result)));
		return type.build();
	}

	private static FieldSpec result(String name, TypeName result) {
		TypeName reference = ParameterizedTypeName.get(TYPE_REFERENCE, result);
		return FieldSpec.builder(reference, name, Modifier.STATIC, Modifier.FINAL)
			.initializer("new $T() {\n}", reference)
			.build();
	}

}
