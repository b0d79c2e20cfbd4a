// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import tools.jackson.databind.JsonNode;

/**
 * Writes the expression that a shortcut returns: a builder, given what is filled in and
 * what is taken. Notes on its way which arguments it needs.
 */
final class ShortcutCall {

	private final Schema schema;

	private final TypeNames types;

	private final String place;

	private final PathWriter paths;

	private final List<Component> arguments = new ArrayList<>();

	private final Map<String, CodeBlock> said = new HashMap<>();

	ShortcutCall(Schema schema, TypeNames types, String owner, String place) {
		this.schema = schema;
		this.types = types;
		this.place = place;
		this.paths = new PathWriter(new FieldPaths(schema, types, place), owner, place);
	}

	/**
	 * Conditions under which there is no call, with the path that each is about.
	 */
	Map<CodeBlock, String> needs() {
		return this.paths.needs();
	}

	List<Component> arguments() {
		return this.arguments;
	}

	/**
	 * From now on, writes the arguments as they are said here.
	 */
	void say(List<Argument> form) {
		form.forEach((argument) -> this.said.put(argument.component().name(), argument.value()));
	}

	CodeBlock write(Schema.Method method, Map<String, JsonNode> values, List<String> takes) {
		this.arguments.clear();
		return CodeBlock.of("$T.builder()$L\n.build()", MethodWriter.className(method),
				setters(method.name(), method.params(), values, Set.copyOf(takes)).stream()
					.map((setter) -> CodeBlock.of("\n$L", setter))
					.collect(CodeBlock.joining("")));
	}

	private List<CodeBlock> setters(String name, List<Schema.Field> fields, Map<String, JsonNode> values,
			Set<String> takes) {
		List<CodeBlock> setters = new ArrayList<>();
		List<Component> components = RecordWriter.components(name, fields, this.types);
		for (int i = 0; i < fields.size(); i++) {
			Schema.Field field = fields.get(i);
			Component component = components.get(i);
			JsonNode value = values.get(field.name());
			if (value != null) {
				setters.add(CodeBlock.of(".$L($L)", component.name(),
						value(field.type(), component.type(), component.required(), value)));
			}
			else if (field.required() || takes.contains(field.name())) {
				setters.add(CodeBlock.of(".$L($L)", component.name(), argument(component)));
			}
		}
		return setters;
	}

	private CodeBlock argument(Component component) {
		String name = component.name();
		this.arguments.add(new Component(name, component.type(), true, component.doc().replace(", optional", ""),
				component.entities()));
		return this.said.getOrDefault(name, CodeBlock.of(name));
	}

	private CodeBlock value(String expression, TypeName type, boolean required, JsonNode value) {
		return switch (value.getNodeType()) {
			case ARRAY -> list(expression, type, value);
			case OBJECT -> object(expression, value);
			case STRING -> text(type, required, value.asString());
			default -> literal(type, value);
		};
	}

	private CodeBlock list(String expression, TypeName type, JsonNode values) {
		if (!(type instanceof ParameterizedTypeName list)) {
			throw ShortcutCheck.misfit(this.place, values.toString(), type);
		}
		String element = expression.substring("Array<".length(), expression.length() - 1);
		TypeName boxed = list.typeArguments().get(0);
		TypeName elementType = boxed.isBoxedPrimitive() ? boxed.unbox() : boxed;
		CodeBlock elements = values.values()
			.stream()
			.map((it) -> value(element, elementType, true, it))
			.collect(CodeBlock.joining(", "));
		return CodeBlock.of("$T.of($L)", List.class, elements);
	}

	/**
	 * An object of the type that is asked for, or of the member of it that {@code is}
	 * names.
	 */
	private CodeBlock object(String expression, JsonNode value) {
		Map<String, JsonNode> values = new LinkedHashMap<>();
		value.properties().forEach((entry) -> values.put(entry.getKey(), entry.getValue()));
		JsonNode is = values.remove("is");
		String name = (is != null) ? is.asString() : expression;
		Schema.Type type = this.schema.recordTypes()
			.stream()
			.filter((it) -> it.name().equals(name))
			.findFirst()
			.orElseThrow(() -> ShortcutCheck.failure(this.place, "'" + name + "' is no object that can be made"));
		if (is != null && !(this.schema.isUnion(expression) && this.schema.union(expression).of().contains(name))) {
			throw ShortcutCheck.failure(this.place, "'" + name + "' is no '" + expression + "'");
		}
		for (String field : values.keySet()) {
			if (type.field(field) == null) {
				throw ShortcutCheck.failure(this.place, "'" + name + "' has no field '" + field + "'");
			}
		}
		return CodeBlock.of("$T.builder()$L.build()", TypeNames.model(name),
				setters(name, type.components(), values, Set.of()).stream().collect(CodeBlock.joining("")));
	}

	private CodeBlock text(TypeName type, boolean required, String text) {
		return text.startsWith("'") ? constant(type, text.substring(1, text.length() - 1))
				: this.paths.write(type, required, text);
	}

	private CodeBlock constant(TypeName type, String value) {
		if (type.equals(ClassName.get(String.class))) {
			return CodeBlock.of("$S", value);
		}
		Set<String> known = (type instanceof ClassName name) ? this.types.enums().get(name.simpleName()) : null;
		if (known == null || !known.contains(value)) {
			throw ShortcutCheck.misfit(this.place, "'" + value + "'", type);
		}
		return CodeBlock.of("$T.$L", type, this.types.constant(value));
	}

	private CodeBlock literal(TypeName type, JsonNode value) {
		boolean fits = type.isPrimitive() && value.isBoolean() == type.equals(TypeName.BOOLEAN);
		if (!fits || value.isNull()) {
			throw ShortcutCheck.misfit(this.place, value.toString(), type);
		}
		return CodeBlock.of("$L", value.asString());
	}

}
