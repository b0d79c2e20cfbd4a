// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * Writes what a builder checks beside what is required: one call of {@code Limits} for
 * each limit that the schema knows and for each choice that the overlay knows.
 */
final class LimitWriter {

	private static final ClassName LIMITS = ClassName.get(TypeNames.API, "Limits");

	private final Overlay overlay;

	private final String owner;

	private final List<Schema.Field> fields;

	LimitWriter(Overlay overlay, String owner, List<Schema.Field> fields) {
		this.overlay = overlay;
		this.owner = owner;
		this.fields = fields;
	}

	/**
	 * Whether what is required does not suffice, since there is something to choose.
	 */
	boolean needsChoice() {
		return this.overlay.needsChoice(this.owner);
	}

	boolean hasChoice() {
		return !choices().isEmpty();
	}

	boolean hasLimit() {
		return !limits().isEmpty();
	}

	/**
	 * The statement to put before the value is made; empty if there is nothing to check.
	 */
	CodeBlock write() {
		List<CodeBlock> calls = Stream.concat(choices().stream(), limits().stream()).toList();
		if (calls.isEmpty()) {
			return CodeBlock.of("");
		}
		return CodeBlock.builder()
			.add("$[$T.of($S)", LIMITS, Names.capitalize(this.owner))
			.add(CodeBlock.join(calls, ""))
			.add(";\n$]")
			.build();
	}

	private List<CodeBlock> choices() {
		return this.overlay.choicesOf(this.owner).stream().map(this::choice).toList();
	}

	private List<CodeBlock> limits() {
		List<CodeBlock> calls = new ArrayList<>();
		this.fields.forEach((field) -> addLimits(calls, field));
		return calls;
	}

	private CodeBlock choice(Choice choice) {
		List<List<String>> options = choice.options(this.fields);
		return switch (choice.rule()) {
			case AT_LEAST_ONE -> CodeBlock.of("\n.needs($S, $L)", spoken(options), anyOf(options));
			case AT_MOST_ONE -> CodeBlock.of("\n.atMostOne($L)", namesAndValues(options));
			case EXACTLY_ONE -> CodeBlock.of("\n.exactlyOne($L)", namesAndValues(options));
		};
	}

	/**
	 * {@code 'chatId' and 'messageId', or 'inlineMessageId'}.
	 */
	private static String spoken(List<List<String>> options) {
		boolean simple = options.stream().allMatch((option) -> option.size() == 1);
		return options.stream()
			.map((option) -> option.stream().map((name) -> "'" + Names.camel(name) + "'").collect(joining(" and ")))
			.collect(joining(simple ? " or " : ", or "));
	}

	private static CodeBlock anyOf(List<List<String>> options) {
		return options.stream()
			.map((option) -> option.stream()
				.map((name) -> CodeBlock.of("this.$L != null", Names.camel(name)))
				.collect(CodeBlock.joining(" && ")))
			.collect(CodeBlock.joining(" || "));
	}

	private static CodeBlock namesAndValues(List<List<String>> options) {
		return options.stream()
			.flatMap(List::stream)
			.map((name) -> CodeBlock.of("$1S, this.$1L", Names.camel(name)))
			.collect(CodeBlock.joining(", "));
	}

	private void addLimits(List<CodeBlock> calls, Schema.Field field) {
		// How long a text is that has markup in it, only the server knows
		boolean open = field.afterEntities() || this.overlay.hasOpenLimit(this.owner, field.name());
		addAmount(calls, "characters", field, field.minLength(), open ? null : field.maxLength());
		addAmount(calls, "bytes", field, field.minBytes(), open ? null : field.maxBytes());
		addAmount(calls, "items", field, field.minItems(), open ? null : field.maxItems());
		if (field.min() != null || field.max() != null) {
			String min = (field.min() != null) ? literal(field.min()) : "Long.MIN_VALUE";
			String max = (field.max() != null && !open) ? literal(field.max()) : "Long.MAX_VALUE";
			List<Object> also = (field.also() != null) ? field.also() : List.of();
			calls.add(call("range", field, literals(List.of(min, max), also)));
		}
		if (field.nonZero()) {
			calls.add(CodeBlock.of("\n.nonZero($1S, this.$1L)", Names.camel(field.name())));
		}
		if (field.values() != null && !field.type().equals("String")) {
			calls.add(call("oneOf", field, literals(List.of(), field.values())));
		}
	}

	private static void addAmount(List<CodeBlock> calls, String check, Schema.Field field, @Nullable Integer min,
			@Nullable Integer max) {
		int least = (min != null) ? min : 0;
		if (least > 0 || max != null) {
			calls.add(call(check, field, least + ", " + ((max != null) ? max : "Integer.MAX_VALUE")));
		}
	}

	private static CodeBlock call(String check, Schema.Field field, String arguments) {
		return CodeBlock.of("\n.$1L($2S, this.$2L, $3L)", check, Names.camel(field.name()), arguments);
	}

	private static String literals(List<String> first, List<Object> numbers) {
		return Stream.concat(first.stream(), numbers.stream().map(LimitWriter::literal)).collect(joining(", "));
	}

	private static String literal(Object number) {
		return number + "L";
	}

}
