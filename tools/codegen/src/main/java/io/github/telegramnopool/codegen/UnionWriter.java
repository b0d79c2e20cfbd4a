// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import tools.jackson.databind.JsonNode;

/**
 * Writes a sealed interface for each union, with an arm for what is not known yet.
 */
final class UnionWriter {

	static final ClassName UNKNOWN_VARIANT = ClassName.get(TypeNames.API, "UnknownVariant");

	private final Schema schema;

	private final TypeNames types;

	UnionWriter(Schema schema, TypeNames types) {
		this.schema = schema;
		this.types = types;
	}

	void write(GeneratedSources sources) {
		this.schema.unions().forEach((union) -> sources.add(TypeNames.MODEL, write(union)));
	}

	private TypeSpec write(Schema.Union union) {
		ClassName name = TypeNames.model(union.name());
		TypeSpec.Builder type = TypeSpec.interfaceBuilder(name)
			.addModifiers(Modifier.PUBLIC, Modifier.SEALED)
			.addJavadoc("$L One of several types.$L\n\n",
					Docs.sentence(union.name(), "The Bot API's {@code " + union.name() + "}."),
					Docs.since(union.since()));
		if (union.isDocumented()) {
			type.addJavadoc(Docs.see(union.name()));
		}
		union.objects().forEach((member) -> type.addPermittedSubclass(TypeNames.model(member)));
		if (union.hasTextAndList()) {
			type.addPermittedSubclass(plain(union)).addPermittedSubclass(list(union));
		}
		accessors(union).forEach(type::addMethod);
		if (union.hasUnknown()) {
			type.addPermittedSubclass(unknown(union)).addType(unknownArm(union));
		}
		return type.build();
	}

	static ClassName plain(Schema.Union union) {
		return TypeNames.model(union.name() + "Plain");
	}

	static ClassName list(Schema.Union union) {
		return TypeNames.model(union.name() + "List");
	}

	static ClassName unknown(Schema.Union union) {
		return TypeNames.model(union.name()).nestedClass("Unknown");
	}

	private List<MethodSpec> accessors(Schema.Union union) {
		List<MethodSpec> accessors = new ArrayList<>();
		String discriminator = union.commonDiscriminator();
		if (discriminator != null) {
			accessors.add(MethodSpec.methodBuilder(Names.camel(discriminator))
				.addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
				.returns(String.class)
				.addJavadoc("Tells the members apart.\n@return the $L\n", discriminator)
				.build());
		}
		if (!union.hasUnknown()) {
			common(union).forEach((component) -> accessors.add(accessor(component)));
		}
		return accessors;
	}

	/**
	 * What every member has. An unknown one promises nothing, so no such member may be.
	 */
	private List<Component> common(Schema.Union union) {
		List<Component> common = null;
		for (String member : union.objects()) {
			List<Component> own = RecordWriter.components(member, this.schema.type(member).components(), this.types);
			common = (common == null) ? own : common.stream().filter((it) -> contains(own, it)).toList();
		}
		return (common != null) ? common : List.of();
	}

	private static boolean contains(List<Component> components, Component sought) {
		return components.stream()
			.anyMatch((it) -> it.name().equals(sought.name()) && it.declared().equals(sought.declared()));
	}

	private static MethodSpec accessor(Component component) {
		return MethodSpec.methodBuilder(component.name())
			.addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
			.returns(component.declared())
			.addJavadoc("Every member has it.\n@return $L\n", component.doc())
			.build();
	}

	private TypeSpec unknownArm(Schema.Union union) {
		TypeSpec.Builder unknown = TypeSpec.recordBuilder("Unknown")
			.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
			.addJavadoc("A member that a later version of the Bot API has added.\n\n@param json the value as it came\n")
			.addSuperinterface(TypeNames.model(union.name()))
			.addSuperinterface(UNKNOWN_VARIANT)
			.recordConstructor(constructor(ParameterSpec.builder(JsonNode.class, "json").build()).build());
		String discriminator = union.commonDiscriminator();
		if (discriminator != null) {
			unknown.addMethod(MethodSpec.methodBuilder(Names.camel(discriminator))
				.addModifiers(Modifier.PUBLIC)
				.addAnnotation(Override.class)
				.returns(String.class)
				.addStatement("return this.json.path($S).asString($S)", discriminator, "")
				.build());
		}
		return unknown.build();
	}

	/**
	 * Constructor of a record with one component.
	 */
	static MethodSpec.Builder constructor(ParameterSpec component) {
		return MethodSpec.compactConstructorBuilder()
			.addModifiers(Modifier.PUBLIC)
			.addParameter(component)
			// JavaPoet leaves out a record's constructor that does nothing
			.addStatement("$T.requireNonNull($N, $S)", Objects.class, component,
					"'" + component.name() + "' must not be null");
	}

}
