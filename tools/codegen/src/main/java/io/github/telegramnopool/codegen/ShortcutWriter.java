// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import tools.jackson.databind.JsonNode;

/**
 * Writes the shortcuts of a record: methods that make a call of the Bot API in which
 * everything is filled in that the record knows.
 */
final class ShortcutWriter {

	private static final List<String> OF_EVERY_RECORD = List.of("of", "builder", "toBuilder", "toString", "hashCode",
			"equals", "getClass", "notify", "notifyAll", "wait");

	private final Schema schema;

	private final TypeNames types;

	private final Shortcuts shortcuts;

	ShortcutWriter(Schema schema, TypeNames types, Shortcuts shortcuts) {
		new ShortcutCheck(schema, shortcuts).run();
		this.schema = schema;
		this.types = types;
		this.shortcuts = shortcuts;
	}

	List<MethodSpec> write(Schema.Type type) {
		Set<String> names = Stream
			.concat(OF_EVERY_RECORD.stream(), type.fields().stream().map((field) -> Names.camel(field.name())))
			.collect(Collectors.toSet());
		Set<String> signatures = new HashSet<>();
		List<MethodSpec> methods = new ArrayList<>();
		for (Shortcuts.Shortcut shortcut : this.shortcuts.of(type.name())) {
			for (MethodSpec method : write(type.name(), shortcut)) {
				if (names.contains(method.name()) || !signatures.add(signature(method))) {
					throw ShortcutCheck.failure(type.name() + "." + shortcut.name(),
							"the record has such a method already");
				}
				methods.add(method);
			}
		}
		return methods;
	}

	private static String signature(MethodSpec method) {
		return method.parameters()
			.stream()
			.map((parameter) -> parameter.type().toString())
			.collect(Collectors.joining(",", method.name() + "(", ")"));
	}

	private List<MethodSpec> write(String owner, Shortcuts.Shortcut shortcut) {
		String place = owner + "." + shortcut.name();
		Schema.Method method = this.schema.methods()
			.stream()
			.filter((it) -> it.name().equals(shortcut.method()))
			.findFirst()
			.orElseThrow();
		Map<String, JsonNode> values = this.shortcuts.values(shortcut, method);
		ShortcutCall call = new ShortcutCall(this.schema, this.types, owner, place);
		// Once for nothing, to learn which arguments it takes
		call.write(method, values, shortcut.takes());
		List<MethodSpec> methods = new ArrayList<>();
		for (List<Argument> form : Overloads.withListsSingly(List.copyOf(call.arguments()))) {
			call.say(form);
			CodeBlock made = call.write(method, values, shortcut.takes());
			MethodSpec.Builder written = start(shortcut.name(), method, values.keySet(), form);
			addGuards(written, owner, shortcut, call);
			methods.add(written.addStatement("return $L", made).build());
		}
		return methods;
	}

	private static MethodSpec.Builder start(String name, Schema.Method method, Set<String> filled,
			List<Argument> form) {
		MethodSpec.Builder written = MethodSpec.methodBuilder(name)
			.addModifiers(Modifier.PUBLIC)
			.returns(MethodWriter.className(method))
			.addJavadoc("Makes the call {@code $L} with $L filled in.\n", method.name(), words(filled));
		for (Argument argument : form) {
			written.addParameter(argument.parameter()).varargs(argument.isSingly());
			written.addJavadoc("@param $L $L\n", argument.component().name(), argument.component().doc());
		}
		return written.addJavadoc("@return the call, for a listener to return or for the client to execute\n");
	}

	private static String words(Set<String> params) {
		return params.stream().map((param) -> param.replace('_', ' ')).collect(Collectors.joining(", "));
	}

	private void addGuards(MethodSpec.Builder written, String owner, Shortcuts.Shortcut shortcut, ShortcutCall call) {
		call.needs().forEach((missing, path) -> {
			written.beginControlFlow("if ($L)", missing)
				.addStatement("throw new $T($S)", IllegalStateException.class,
						shortcut.name() + "() needs '" + path + "', which this " + owner + " doesn't have")
				.endControlFlow();
			written.addJavadoc("@throws IllegalStateException if there is no {@code $L}\n", path);
		});
		String unless = shortcut.unless();
		if (unless != null) {
			FieldPath path = new FieldPaths(this.schema, this.types, owner + "." + shortcut.name()).find(owner, unless);
			written.beginControlFlow("if ($L)", path.isThere())
				.addStatement("throw new $T($S)", IllegalStateException.class,
						shortcut.name() + "() would go astray: " + shortcut.method() + " can't say the '" + unless
								+ "' that this " + owner + " has")
				.endControlFlow();
			written.addJavadoc("@throws IllegalStateException if there is a {@code $L}\n", unless);
		}
	}

}
