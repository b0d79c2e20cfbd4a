// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.ArrayList;
import java.util.List;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

/**
 * Finds the ways to say the same arguments. Each chat can be said as a {@code ChatId} or
 * as a {@code long}, and one that stands alone also as a text; each text that can have
 * entities as one that brings them.
 */
final class Overloads {

	private final List<Component> components;

	private final boolean listsSingly;

	private final List<List<Argument>> found = new ArrayList<>();

	private Overloads(List<Component> components, boolean listsSingly) {
		this.components = components;
		this.listsSingly = listsSingly;
	}

	static List<List<Argument>> of(List<Component> components) {
		return new Overloads(components, false).find();
	}

	/**
	 * Also with the values of a last list one after the other.
	 */
	static List<List<Argument>> withListsSingly(List<Component> components) {
		return new Overloads(components, true).find();
	}

	private List<List<Argument>> find() {
		add(List.of());
		return this.found;
	}

	private void add(List<Argument> before) {
		if (before.size() == this.components.size()) {
			this.found.add(before);
			return;
		}
		Component next = this.components.get(before.size());
		for (TypeName type : types(next, before.size() == this.components.size() - 1)) {
			List<Argument> arguments = new ArrayList<>(before);
			arguments.add(new Argument(next, type));
			add(arguments);
		}
	}

	private List<TypeName> types(Component component, boolean last) {
		List<TypeName> types = new ArrayList<>(List.of(component.type()));
		if (component.isChatId()) {
			types.add(TypeName.LONG);
		}
		if (component.isChatId() && this.components.size() == 1) {
			types.add(TypeName.get(String.class));
		}
		if (component.entities() != null) {
			types.add(TypeNames.MESSAGE_TEXT);
		}
		if (this.listsSingly && last && component.isList() && !component.isListOfLists()) {
			types.add(ArrayTypeName.of(((ParameterizedTypeName) component.type()).typeArguments().get(0)));
		}
		return types;
	}

}
