// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.Map;
import java.util.TreeMap;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;

/**
 * Writes the class that knows the codec of each class. It loads none before it is asked
 * for.
 */
final class CodecIndexWriter {

	private final Schema schema;

	CodecIndexWriter(Schema schema) {
		this.schema = schema;
	}

	void write(GeneratedSources sources) {
		sources.add(TypeNames.JSON,
				TypeSpec.classBuilder("Codecs")
					.addModifiers(Modifier.FINAL)
					.addJavadoc("Knows the codec of each class of the vocabulary.\n")
					.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
					.addMethod(find())
					.addMethod(lookup("model", models()))
					.addMethod(lookup("method", methods()))
					.build());
	}

	private static MethodSpec find() {
		return MethodSpec.methodBuilder("find")
			.addModifiers(Modifier.STATIC)
			.addParameter(
					ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class)),
					"type")
			.returns(TypeNames.nullable(codec()))
			.addJavadoc(
					"Finds the codec of a class.\n@return it or {@code null} if the class is not of the vocabulary\n")
			.addCode(CodeBlock.builder()
				// It is nested in its union
				.addStatement("Class<?> known = $T.class.isAssignableFrom(type) ? type.getEnclosingClass() : type",
						UnionWriter.UNKNOWN_VARIANT)
				.add("return ($T) switch (known.getPackageName()) {$>\n", codec())
				.add("case $S -> model(known.getSimpleName());\n", TypeNames.MODEL)
				.add("case $S -> method(known.getSimpleName());\n", TypeNames.METHOD)
				.add("default -> null;\n$<};\n")
				.build())
			.build();
	}

	/**
	 * For the JVM its result is any object. To verify that these are all codecs, it would
	 * load them; so it would if the cases met before the return, as those of a switch
	 * expression do.
	 */
	private static MethodSpec lookup(String name, Map<String, ClassName> codecs) {
		CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("switch (name)");
		codecs.forEach((type, codec) -> body.add("case $S: return $T.INSTANCE;\n", type, codec));
		return MethodSpec.methodBuilder(name)
			.addModifiers(Modifier.PRIVATE, Modifier.STATIC)
			.addParameter(String.class, "name")
			.returns(TypeNames.nullable(ClassName.OBJECT))
			.addCode(body.add("default: return null;\n").endControlFlow().build())
			.build();
	}

	private static TypeName codec() {
		return ParameterizedTypeName.get(Codecs.codec("Codec"), WildcardTypeName.subtypeOf(Object.class));
	}

	private Map<String, ClassName> models() {
		Map<String, ClassName> codecs = new TreeMap<>();
		this.schema.recordTypes().forEach((type) -> codecs.put(type.name(), Codecs.of(type.name())));
		for (Schema.Union union : this.schema.unions()) {
			codecs.put(union.name(), Codecs.of(union.name()));
			if (union.hasTextAndList()) {
				codecs.put(UnionWriter.plain(union).simpleName(), Codecs.of(union.name()));
				codecs.put(UnionWriter.list(union).simpleName(), Codecs.of(union.name()));
			}
		}
		codecs.put("MessageOrTrue", Codecs.of("MessageOrTrue"));
		return codecs;
	}

	private Map<String, ClassName> methods() {
		Map<String, ClassName> codecs = new TreeMap<>();
		this.schema.methods().forEach((method) -> codecs.put(method.className(), Codecs.of(method.className())));
		return codecs;
	}

}
