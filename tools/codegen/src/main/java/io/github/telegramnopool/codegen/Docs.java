// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.palantir.javapoet.CodeBlock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes Javadoc: a sentence of our own from {@code docs.json} and the schema's facts.
 * All else is told by Telegram's page.
 */
final class Docs {

	private static final String PAGE = "https://core.telegram.org/bots/api#";

	private static final JsonNode SENTENCES = Schema.read("docs.json", JsonNode.class);

	private Docs() {
	}

	static CodeBlock type(String sentence, List<Component> components, String name) {
		CodeBlock.Builder doc = CodeBlock.builder().add("$L\n\n", sentence);
		components.forEach((component) -> doc.add("@param $L $L\n", component.name(), component.doc()));
		return doc.add(see(name)).build();
	}

	/**
	 * What a type, a union or a method is, in a sentence.
	 * @param otherwise the sentence where nobody has written one
	 */
	static String sentence(String name, String otherwise) {
		return SENTENCES.path(name).asString(otherwise);
	}

	static CodeBlock see(String name) {
		return CodeBlock.of("@see <a href=\"$L\">$L</a>\n", PAGE + name.toLowerCase(Locale.ROOT), name);
	}

	/**
	 * A sentence for what the schema knows of a version that it doesn't have as a whole.
	 */
	static String since(@Nullable String version) {
		return (version != null)
				? " Since Bot API " + version + ", which was only partly known when this was generated." : "";
	}

	/**
	 * A line such as {@code text, 1-4096 characters after entities parsing}.
	 */
	static String field(Schema.Field field) {
		List<String> facts = new ArrayList<>();
		facts.add(field.name().replace('_', ' '));
		if (!field.required()) {
			facts.add("optional");
		}
		String entities = field.afterEntities() ? " after entities parsing" : "";
		addRange(facts, field.min(), field.max(), "");
		addRange(facts, field.minLength(), field.maxLength(), " characters" + entities);
		addRange(facts, field.minBytes(), field.maxBytes(), " bytes" + entities);
		addRange(facts, field.minItems(), field.maxItems(), " items");
		addValues(facts, field);
		if (field.nonZero()) {
			facts.add("not 0");
		}
		if (field.defaultValue() != null) {
			facts.add("default " + field.defaultValue());
		}
		if (field.since() != null) {
			facts.add("since Bot API " + field.since() + ", of which only a part was known");
		}
		return String.join(", ", facts);
	}

	private static void addRange(List<String> facts, @Nullable Object min, @Nullable Object max, String unit) {
		if (min != null && max != null) {
			facts.add(min + "-" + max + unit);
		}
		else if (max != null) {
			facts.add("up to " + max + unit);
		}
		else if (min != null) {
			facts.add("at least " + min + unit);
		}
	}

	private static void addValues(List<String> facts, Schema.Field field) {
		if (field.also() != null) {
			facts.add("or " + join(field.also()));
		}
		if (field.values() != null && !field.type().equals("String")) {
			facts.add("one of " + join(field.values()));
		}
		if (field.enumOf() != null) {
			facts.add("names of the optional fields of {@code " + field.enumOf() + "}");
		}
		if ("url".equals(field.format())) {
			facts.add("a URL");
		}
	}

	private static String join(List<Object> values) {
		return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
	}

}
