package io.github.telegramnopool.codegen;

import java.util.ArrayList;
import java.util.List;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;

/**
 * Writes the {@code of} methods, which take what is required. Each chat can be said as a
 * {@code ChatId} or as a {@code long}, and one that stands alone also as a text.
 */
final class OfWriter {

	private final ClassName name;

	private final List<Component> required;

	OfWriter(ClassName name, List<Component> components) {
		this.name = name;
		this.required = components.stream().filter(Component::required).toList();
	}

	List<MethodSpec> write() {
		List<MethodSpec> methods = new ArrayList<>();
		addOverloads(methods, new ArrayList<>());
		if (this.required.size() == 1 && this.required.get(0).isChatId()) {
			methods.add(of(List.of(TypeName.get(String.class))));
		}
		return methods;
	}

	private void addOverloads(List<MethodSpec> methods, List<TypeName> types) {
		if (types.size() == this.required.size()) {
			methods.add(of(types));
			return;
		}
		Component next = this.required.get(types.size());
		addOverloads(methods, and(types, next.type()));
		if (next.isChatId()) {
			addOverloads(methods, and(types, TypeName.LONG));
		}
	}

	private static List<TypeName> and(List<TypeName> types, TypeName next) {
		List<TypeName> result = new ArrayList<>(types);
		result.add(next);
		return result;
	}

	private MethodSpec of(List<TypeName> types) {
		MethodSpec.Builder method = MethodSpec.methodBuilder("of")
			.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
			.returns(this.name)
			.addJavadoc("Makes one of what is required.\n");
		CodeBlock.Builder chain = CodeBlock.builder().add("return builder()");
		for (int i = 0; i < types.size(); i++) {
			Component component = this.required.get(i);
			method.addParameter(types.get(i), component.name());
			method.addJavadoc("@param $L $L\n", component.name(), component.doc());
			chain.add(".$L($L)", component.name(), argument(component, types.get(i)));
		}
		return method.addJavadoc("@return the value\n").addStatement(chain.add(".build()").build()).build();
	}

	private static CodeBlock argument(Component component, TypeName type) {
		boolean text = component.isChatId() && type.equals(TypeName.get(String.class));
		return text ? CodeBlock.of("$T.of($L)", TypeNames.CHAT_ID, component.name()) : CodeBlock.of(component.name());
	}

}
