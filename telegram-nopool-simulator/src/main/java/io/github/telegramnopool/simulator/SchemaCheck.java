// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Compares the parameters of a call with the schema. The official server is more
 * tolerant: it reads what it can and ignores the rest.
 */
final class SchemaCheck {

	private final ApiSchema schema;

	/**
	 * Whether {@code file:} URLs count as files, as a local server has it.
	 */
	private final boolean local;

	SchemaCheck(ApiSchema schema, boolean local) {
		this.schema = schema;
		this.local = local;
	}

	List<ValueCheck.Problem> check(SchemaMethod method, Parameters parameters) {
		Set<String> parts = parameters.files().keySet();
		ValueCheck values = new ValueCheck(this.schema, parts);
		List<ValueCheck.Problem> problems = new ArrayList<>(missing(method, parameters));
		parameters.values().forEach((name, text) -> {
			SchemaField parameter = method.parameters().get(name);
			if (parameter != null) {
				problems.addAll(check(values, parameter, parameters));
			}
			else if (!name.equals("method")) {
				problems.add(new ValueCheck.Problem(name, "is no parameter of " + method.name()));
			}
		});
		Set<String> unused = new HashSet<>(parts);
		unused.removeAll(values.referenced());
		unused.removeIf((part) -> takesFile(method.parameters().get(part)));
		unused.forEach((part) -> problems.add(new ValueCheck.Problem(part, "is a file that no parameter refers to")));
		return problems;
	}

	/**
	 * The required parameters that a call lacks.
	 */
	List<ValueCheck.Problem> missing(SchemaMethod method, Parameters parameters) {
		return method.parameters()
			.values()
			.stream()
			.filter((parameter) -> parameter.required() && !parameters.has(parameter.name())
					&& !(takesFile(parameter) && parameters.getFile(parameter.name()) != null))
			.map((parameter) -> new ValueCheck.Problem(parameter.name(), "is required"))
			.toList();
	}

	private List<ValueCheck.Problem> check(ValueCheck values, SchemaField parameter, Parameters parameters) {
		String name = parameter.name();
		String text = parameters.get(name);
		if (takesFile(parameter)) {
			return file(values, parameter, parameters, text);
		}
		if (parameter.type().takes("String") && !parameters.isJson(name)) {
			return values.check(parameter, StringNode.valueOf(text), name);
		}
		JsonNode value = parameters.getJson(name);
		return (value != null) ? values.check(parameter, value, name)
				: List.of(new ValueCheck.Problem(name, "must be " + parameter.type() + ", but is no JSON"));
	}

	private List<ValueCheck.Problem> file(ValueCheck values, SchemaField parameter, Parameters parameters,
			String text) {
		String name = parameter.name();
		boolean names = text.startsWith("attach://") || parameters.getFile(name) != null;
		boolean takesText = parameter.type().takes("String") || (this.local && text.startsWith("file:"));
		if (!names && (!takesText || parameters.isJson(name))) {
			return List.of(new ValueCheck.Problem(name, "must be a file of the request"));
		}
		return values.reference(text, name);
	}

	private static boolean takesFile(@Nullable SchemaField parameter) {
		return parameter != null && parameter.type().takes("InputFile");
	}

}
