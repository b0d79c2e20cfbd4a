// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.List;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import org.jspecify.annotations.Nullable;

/**
 * Writes what every generated record has: components, copied lists, {@code of} and a
 * builder. There is no {@code of} where what is required is not enough.
 */
final class RecordWriter {

	private final ClassName name;

	private final List<Component> components;

	private final LimitWriter limits;

	RecordWriter(ClassName name, List<Component> components, LimitWriter limits) {
		this.name = name;
		this.components = components;
		this.limits = limits;
	}

	static List<Component> components(String owner, List<Schema.Field> fields, TypeNames types) {
		return fields.stream()
			.map((field) -> new Component(Names.camel(field.name()), types.of(owner, field), field.required(),
					Docs.field(field), entitiesOf(field, fields)))
			.toList();
	}

	private static @Nullable String entitiesOf(Schema.Field text, List<Schema.Field> fields) {
		return fields.stream()
			.filter((field) -> field.type().equals("Array<MessageEntity>") && field.isEntitiesOf(text))
			.map((field) -> Names.camel(field.name()))
			.findFirst()
			.orElse(null);
	}

	TypeSpec.Builder write() {
		return TypeSpec.recordBuilder(this.name)
			.addModifiers(Modifier.PUBLIC)
			.recordConstructor(constructor())
			.addMethods(this.limits.needsChoice() ? List.of() : new OfWriter(this.name, this.components).write())
			.addMethod(builder())
			.addMethod(toBuilder())
			.addType(new BuilderWriter(this.name, this.components, this.limits).write());
	}

	private MethodSpec constructor() {
		MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
		for (Component component : this.components) {
			constructor.addParameter(component.declared(), component.name());
			if (component.isList()) {
				constructor.addStatement(copy(component));
			}
		}
		return constructor.build();
	}

	/**
	 * A list that is missing reads as an empty one where Telegram always lists it:
	 * servers older than the schema don't know it.
	 */
	private static CodeBlock copy(Component component) {
		String name = component.name();
		CodeBlock copy = component.isListOfLists()
				? CodeBlock.of("$L.stream().map($T::copyOf).toList()", name, List.class)
				: CodeBlock.of("$T.copyOf($L)", List.class, name);
		CodeBlock missing = component.required() ? CodeBlock.of("$T.of()", List.class) : CodeBlock.of("null");
		return CodeBlock.of("$1L = ($1L != null) ? $2L : $3L", name, copy, missing);
	}

	private MethodSpec builder() {
		return MethodSpec.methodBuilder("builder")
			.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
			.returns(this.name.nestedClass("Builder"))
			.addJavadoc("Starts with nothing set.\n@return a new builder\n")
			.addStatement("return new Builder()")
			.build();
	}

	private MethodSpec toBuilder() {
		return MethodSpec.methodBuilder("toBuilder")
			.addModifiers(Modifier.PUBLIC)
			.returns(this.name.nestedClass("Builder"))
			.addJavadoc("Starts with everything set as it is here.\n@return a new builder\n")
			.addStatement("return new Builder(this)")
			.build();
	}

}
