// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;

/**
 * Writes, for each union, the class that sees which member a JSON value is: by the field
 * that tells them apart, else by the fields that it must have.
 */
final class UnionCodecWriter {

	private final Schema schema;

	UnionCodecWriter(Schema schema) {
		this.schema = schema;
	}

	void write(GeneratedSources sources) {
		this.schema.unions()
			.stream()
			// One that an object's date tells apart is written by hand
			.filter((union) -> union.otherwise() == null)
			.forEach((union) -> sources.add(TypeNames.JSON, write(union)));
	}

	/**
	 * The codec for a union's objects. Where the union has texts and lists too, one that
	 * is written by hand leads here.
	 */
	static ClassName codecOf(Schema.Union union) {
		return Codecs.of(union.name() + (union.hasTextAndList() ? "Object" : ""));
	}

	private TypeSpec write(Schema.Union union) {
		ClassName name = TypeNames.model(union.name());
		String tag = union.discriminator();
		Map<String, List<String>> members = (tag != null) ? membersByValue(union, tag) : Map.of();
		boolean tagged = tag != null && members.values().stream().allMatch((it) -> it.size() == 1);
		TypeSpec.Builder type = CodecWriter.singleton(codecOf(union))
			.addJavadoc("Reads and writes a {@link $T}.\n", name)
			.superclass(ParameterizedTypeName.get(Codecs.codec(tagged ? "TaggedCodec" : "UntaggedCodec"), name));
		if (tagged) {
			type.addMethod(MethodSpec.constructorBuilder().addStatement("super($S)", tag).build());
		}
		type.addMethod(memberOf(name, tagged ? TypeName.get(String.class) : TypeName.get(JsonNode.class),
				tagged ? CodeBlock.of("value") : CodeBlock.of("json.path($S).asString($S)", tag, ""), members,
				tagged ? "value" : "json", union));
		if (union.hasUnknown()) {
			type.addMethod(unknown(union, name));
		}
		return type.addMethod(write(union, name)).build();
	}

	private MethodSpec memberOf(ClassName union, TypeName parameterType, CodeBlock tag,
			Map<String, List<String>> members, String parameter, Schema.Union source) {
		CodeBlock.Builder body = CodeBlock.builder();
		if (members.isEmpty()) {
			body.addStatement("return $L", byFields(byDemand(source.objects()), CodeBlock.of("null")));
		}
		else {
			body.add("return switch ($L) {$>\n", tag);
			members.forEach((value, choice) -> body.add("case $S -> $L;\n", value, choice(choice)));
			body.add("default -> null;\n$<};\n");
		}
		return MethodSpec.methodBuilder("memberOf")
			.addAnnotation(Override.class)
			.returns(TypeNames
				.nullable(ParameterizedTypeName.get(Codecs.codec("ObjectCodec"), WildcardTypeName.subtypeOf(union))))
			.addParameter(parameterType, parameter)
			.addCode(body.build())
			.build();
	}

	private static MethodSpec unknown(Schema.Union union, ClassName name) {
		return MethodSpec.methodBuilder("unknown")
			.addAnnotation(Override.class)
			.returns(name)
			.addParameter(JsonNode.class, "json")
			.addParameter(JsonParser.class, "in")
			.addStatement("return new $T(json)", UnionWriter.unknown(union))
			.build();
	}

	private static MethodSpec write(Schema.Union union, ClassName name) {
		CodeBlock.Builder body = CodeBlock.builder();
		for (String member : union.objects()) {
			body.beginControlFlow("if (value instanceof $T member)", TypeNames.model(member))
				.addStatement("$T.INSTANCE.write(member, out, context)", Codecs.of(member))
				.endControlFlow();
		}
		if (union.hasUnknown()) {
			body.beginControlFlow("if (value instanceof $T member)", UnionWriter.unknown(union))
				.addStatement("out.writeTree(member.json())")
				.endControlFlow();
		}
		return MethodSpec.methodBuilder("write")
			.addAnnotation(Override.class)
			.addParameter(name, "value")
			.addParameter(JsonGenerator.class, "out")
			.addParameter(SerializationContext.class, "context")
			.addCode(body.build())
			.build();
	}

	private Map<String, List<String>> membersByValue(Schema.Union union, String discriminator) {
		Map<String, List<String>> members = new LinkedHashMap<>();
		for (String member : union.objects()) {
			String value = this.schema.type(member).constant(discriminator);
			members.computeIfAbsent(value, (key) -> new ArrayList<>()).add(member);
		}
		return members;
	}

	private CodeBlock choice(List<String> members) {
		List<String> ordered = byDemand(members);
		String last = ordered.get(ordered.size() - 1);
		return byFields(ordered.subList(0, ordered.size() - 1), instance(last));
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
			choice.add("has(json, $L) ? $L : ", names, instance(member));
		}
		return choice.add("$L", otherwise).build();
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

	private static CodeBlock instance(String member) {
		return CodeBlock.of("$T.INSTANCE", Codecs.of(member));
	}

}
