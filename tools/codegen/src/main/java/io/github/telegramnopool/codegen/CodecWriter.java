// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.List;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.SerializationContext;

/**
 * Writes, for each type and method, the class that reads it from JSON property by
 * property and writes it so.
 */
final class CodecWriter {

	private static final ClassName OBJECT_CODEC = Codecs.codec("ObjectCodec");

	/**
	 * HotSpot interprets for ever what has more than 8,000 bytes, and each field takes
	 * some 50 of them.
	 */
	private static final int MOST_COMPONENTS = 150;

	/**
	 * HotSpot is slow with many variables that live through a loop: five times, with the
	 * hundred of a message. More are kept in an object.
	 */
	private static final int MOST_VARIABLES = 24;

	private final Schema schema;

	private final TypeNames types;

	private final Codecs codecs;

	CodecWriter(Schema schema, TypeNames types) {
		this.schema = schema;
		this.types = types;
		this.codecs = new Codecs(types);
	}

	void write(GeneratedSources sources) {
		for (Schema.Type type : this.schema.recordTypes()) {
			sources.add(TypeNames.JSON,
					write(TypeNames.model(type.name()), type.name(), type.components(), type.constants()));
		}
		for (Schema.Method method : this.schema.methods()) {
			sources.add(TypeNames.JSON,
					write(MethodWriter.className(method), method.name(), method.params(), List.of()));
		}
	}

	private TypeSpec write(ClassName record, String owner, List<Schema.Field> fields, List<Schema.Field> constants) {
		List<Component> components = RecordWriter.components(owner, fields, this.types);
		if (components.size() > MOST_COMPONENTS) {
			throw new IllegalStateException(
					"'%s' has %d fields: the method that reads it is too large for the JVM's compiler".formatted(owner,
							components.size()) + ". Let CodecWriter split it.");
		}
		TypeSpec.Builder codec = singleton(Codecs.of(record.simpleName()))
			.addJavadoc("Reads and writes a {@link $T}.\n", record)
			.superclass(ParameterizedTypeName.get(OBJECT_CODEC, record))
			.addMethod(read(record, fields, components))
			.addMethod(write(record, fields, components, constants));
		return isLarge(components) ? codec.addType(values(components)).build() : codec.build();
	}

	private static boolean isLarge(List<Component> components) {
		return components.size() > MOST_VARIABLES;
	}

	/**
	 * What is read so far.
	 */
	private TypeSpec values(List<Component> components) {
		TypeSpec.Builder values = TypeSpec.classBuilder("Values")
			.addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
		components.forEach((component) -> values.addField(
				FieldSpec.builder(variable(component), component.name()).initializer(initial(component)).build()));
		return values.build();
	}

	private CodeBlock initial(Component component) {
		return component.required() ? this.codecs.whenMissing(component.type()) : CodeBlock.of("null");
	}

	/**
	 * A class that is not public and has one instance.
	 */
	static TypeSpec.Builder singleton(ClassName name) {
		return TypeSpec.classBuilder(name)
			.addModifiers(Modifier.FINAL)
			.addField(FieldSpec.builder(name, "INSTANCE", Modifier.STATIC, Modifier.FINAL)
				.initializer("new $T()", name)
				.build());
	}

	private MethodSpec read(ClassName record, List<Schema.Field> fields, List<Component> components) {
		MethodSpec.Builder read = MethodSpec.methodBuilder("readProperties")
			.addAnnotation(Override.class)
			.addParameter(JsonParser.class, "in")
			.returns(record);
		if (components.isEmpty()) {
			return read.beginControlFlow("while (in.nextName() != null)")
				.addStatement("in.nextToken()")
				.addStatement("in.skipChildren()")
				.endControlFlow()
				.addStatement("return new $T()", record)
				.build();
		}
		if (isLarge(components)) {
			read.addStatement("Values values = new Values()");
		}
		else {
			components.forEach((component) -> read.addStatement("$T $L = $L", variable(component), component.name(),
					initial(component)));
		}
		read.beginControlFlow("for (String property = in.nextName(); property != null; property = in.nextName())")
			.beginControlFlow("if (in.nextToken() != $T.VALUE_NULL)", JsonToken.class)
			.beginControlFlow("switch (property)");
		for (int i = 0; i < components.size(); i++) {
			Component component = components.get(i);
			read.addStatement("case $S -> $L = $L", fields.get(i).name(), place(component, components),
					this.codecs.read(component.type()));
		}
		return read.addStatement("default -> in.skipChildren()")
			.endControlFlow()
			.endControlFlow()
			.endControlFlow()
			.addStatement("return new $T($L)", record, arguments(fields, components))
			.build();
	}

	/**
	 * A local variable may be {@code null} as long as its component is not read.
	 */
	private static TypeName variable(Component component) {
		return component.required() ? component.type() : component.type().box();
	}

	private CodeBlock arguments(List<Schema.Field> fields, List<Component> components) {
		CodeBlock.Builder arguments = CodeBlock.builder();
		for (int i = 0; i < components.size(); i++) {
			Component component = components.get(i);
			arguments.add((i > 0) ? ", " : "");
			if (component.required() && !component.isList()
					&& this.codecs.whenMissing(component.type()).toString().equals("null")) {
				arguments.add("$T.required($L, $S, in)", Codecs.READING, place(component, components),
						fields.get(i).name());
			}
			else {
				arguments.add("$L", place(component, components));
			}
		}
		return arguments.build();
	}

	private static String place(Component component, List<Component> components) {
		return (isLarge(components) ? "values." : "") + component.name();
	}

	private MethodSpec write(ClassName record, List<Schema.Field> fields, List<Component> components,
			List<Schema.Field> constants) {
		MethodSpec.Builder write = MethodSpec.methodBuilder("writeProperties")
			.addAnnotation(Override.class)
			.addParameter(record, "value")
			.addParameter(JsonGenerator.class, "out")
			.addParameter(SerializationContext.class, "context");
		constants
			.forEach((field) -> write.addStatement("out.writeStringProperty($S, $S)", field.name(), field.constant()));
		for (int i = 0; i < components.size(); i++) {
			write.addStatement("$L", this.codecs.write(fields.get(i).name(), components.get(i)));
		}
		return write.build();
	}

}
