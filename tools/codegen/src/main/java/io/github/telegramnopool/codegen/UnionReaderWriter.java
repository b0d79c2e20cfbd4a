package io.github.telegramnopool.codegen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import tools.jackson.databind.JsonNode;

/**
 * Writes, for each union, the class that sees which member a JSON value is: by the field
 * that tells them apart, else by the fields that it must have.
 */
final class UnionReaderWriter {

	private static final ClassName UNION_READER = TypeNames.model("UnionReader");

	private final Schema schema;

	UnionReaderWriter(Schema schema) {
		this.schema = schema;
	}

	void write(GeneratedSources sources) {
		this.schema.unions().forEach((union) -> sources.add(TypeNames.MODEL, write(union)));
	}

	static ClassName readerOf(Schema.Union union) {
		return TypeNames.model(union.name() + "Reader");
	}

	private TypeSpec write(Schema.Union union) {
		ClassName name = TypeNames.model(union.name());
		return TypeSpec.classBuilder(readerOf(union))
			.addModifiers(Modifier.FINAL)
			.addJavadoc("Reads a {@link $T}.\n", name)
			.superclass(ParameterizedTypeName.get(UNION_READER, name))
			.addMethod(MethodSpec.constructorBuilder().addStatement("super($T.class)", name).build())
			.addMethod(MethodSpec.methodBuilder("memberOf")
				.addAnnotation(Override.class)
				.returns(TypeNames
					.nullable(ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(name))))
				.addParameter(JsonNode.class, "json")
				.addCode(body(union))
				.build())
			.build();
	}

	private CodeBlock body(Schema.Union union) {
		CodeBlock.Builder body = CodeBlock.builder();
		if (union.hasTextAndList()) {
			body.beginControlFlow("if (json.isString())").addStatement("return $T.class", UnionWriter.plain(union));
			body.endControlFlow();
			body.beginControlFlow("if (json.isArray())").addStatement("return $T.class", UnionWriter.list(union));
			body.endControlFlow();
		}
		String discriminator = union.discriminator();
		if (discriminator == null) {
			return body.addStatement("return $L", byFields(byDemand(union.objects()), CodeBlock.of("null"))).build();
		}
		body.add("return switch (json.path($S).asString($S)) {$>\n", discriminator, "");
		membersByValue(union, discriminator)
			.forEach((value, members) -> body.add("case $S -> $L;\n", value, choice(members)));
		return body.add("default -> $L;\n$<};\n", otherwise(union)).build();
	}

	private static CodeBlock otherwise(Schema.Union union) {
		if (union.otherwise() != null) {
			return classOf(union.otherwise());
		}
		return union.hasUnknown() ? CodeBlock.of("$T.class", UnionWriter.unknown(union)) : CodeBlock.of("null");
	}

	private Map<String, List<String>> membersByValue(Schema.Union union, String discriminator) {
		Map<String, List<String>> members = new LinkedHashMap<>();
		if (union.otherwise() != null) {
			union.values().forEach((value, member) -> members.put(value, List.of((String) member)));
			return members;
		}
		for (String member : union.objects()) {
			String value = this.schema.type(member).constant(discriminator);
			members.computeIfAbsent(value, (key) -> new ArrayList<>()).add(member);
		}
		return members;
	}

	private CodeBlock choice(List<String> members) {
		List<String> ordered = byDemand(members);
		String last = ordered.get(ordered.size() - 1);
		return byFields(ordered.subList(0, ordered.size() - 1), classOf(last));
	}

	/**
	 * The first member whose required fields are all there.
	 */
	private CodeBlock byFields(List<String> members, CodeBlock otherwise) {
		CodeBlock.Builder choice = CodeBlock.builder();
		for (String member : members) {
			CodeBlock names = required(member).stream()
				.map((name) -> CodeBlock.of("$S", name))
				.collect(CodeBlock.joining(", "));
			choice.add("has(json, $L) ? $L : ", names, classOf(member));
		}
		return choice.add(otherwise).build();
	}

	/**
	 * The most demanding first, since a venue has all that a location has.
	 */
	private List<String> byDemand(List<String> members) {
		return members.stream()
			.sorted(Comparator.comparing((String member) -> required(member).size()).reversed())
			.toList();
	}

	private List<String> required(String member) {
		return this.schema.type(member)
			.components()
			.stream()
			.filter(Schema.Field::required)
			.map(Schema.Field::name)
			.toList();
	}

	private static CodeBlock classOf(String member) {
		return CodeBlock.of("$T.class", TypeNames.model(member));
	}

}
