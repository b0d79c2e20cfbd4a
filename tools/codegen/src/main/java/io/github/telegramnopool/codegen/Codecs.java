// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * Names codecs, and the calls that read and write a component by them.
 */
final class Codecs {

	static final ClassName READING = codec("Reading");

	static final ClassName WRITING = codec("Writing");

	private static final ClassName SCALARS = codec("Scalars");

	private static final ClassName LIST_CODEC = codec("ListCodec");

	private final TypeNames types;

	Codecs(TypeNames types) {
		this.types = types;
	}

	static ClassName codec(String name) {
		return ClassName.get(TypeNames.JSON, name);
	}

	static ClassName of(String type) {
		return codec(type + "Codec");
	}

	/**
	 * Expression that reads a value, with a parser called {@code in}.
	 */
	CodeBlock read(TypeName type) {
		String scalar = scalar(type);
		if (scalar != null) {
			return CodeBlock.of("$T.$L(in)", READING, scalar);
		}
		if (isEnum(type)) {
			return CodeBlock.of("new $T($T.text(in))", type, READING);
		}
		return CodeBlock.of("$L.read(in)", codec(type));
	}

	/**
	 * Statement that writes a property, with a generator called {@code out}.
	 */
	CodeBlock write(String property, Component component) {
		CodeBlock value = CodeBlock.of("value.$L()", component.name());
		TypeName type = component.type();
		if (type.equals(TypeNames.INPUT_FILE)) {
			return CodeBlock.of("$T.property(out, $S, $L, context)", WRITING, property, value);
		}
		if (isEnum(type)) {
			CodeBlock text = CodeBlock.of("$L.value()", value);
			value = component.required() ? text : CodeBlock.of("($1L != null) ? $2L : null", value, text);
		}
		if (scalar(type) != null || isEnum(type)) {
			return CodeBlock.of("$T.property(out, $S, $L)", WRITING, property, value);
		}
		return CodeBlock.of("$T.property(out, $S, $L, $L, context)", WRITING, property, value, codec(type));
	}

	/**
	 * What a component has that was missing though it is always listed; {@code null} if
	 * nothing can stand for it.
	 */
	CodeBlock whenMissing(TypeName type) {
		if (type.isPrimitive()) {
			return type.equals(TypeName.BOOLEAN) ? CodeBlock.of("false") : CodeBlock.of("0");
		}
		if (type.equals(TypeNames.STRING)) {
			return CodeBlock.of("$S", "");
		}
		if (type.equals(TypeNames.INSTANT)) {
			return CodeBlock.of("$T.EPOCH", type);
		}
		return isEnum(type) ? CodeBlock.of("new $T($S)", type, "") : CodeBlock.of("null");
	}

	private CodeBlock codec(TypeName type) {
		if (type instanceof ParameterizedTypeName list) {
			return CodeBlock.of("new $T<>($L)", LIST_CODEC, codec(list.typeArguments().get(0)));
		}
		TypeName scalar = type.isBoxedPrimitive() ? type : null;
		if (scalar != null || type.equals(TypeNames.STRING)) {
			return CodeBlock.of("$T.$L", SCALARS, Names.constant(((ClassName) type).simpleName()));
		}
		return CodeBlock.of("$T.INSTANCE", of(((ClassName) type).simpleName()));
	}

	private boolean isEnum(TypeName type) {
		return type instanceof ClassName name && name.packageName().equals(TypeNames.MODEL)
				&& this.types.enums().containsKey(name.simpleName());
	}

	private static @Nullable String scalar(TypeName type) {
		return TypeNames.READERS.get(type);
	}

}
