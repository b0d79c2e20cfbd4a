// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Bot API as {@code schema.json} tells it: names, types, limits, nothing else. What
 * has a {@code since} comes from a version of which only a part is known.
 */
record Schema(List<Enumeration> enums, List<Union> unions, List<Type> types, List<Method> methods) {

	static Schema load() {
		return read("schema.json", Schema.class);
	}

	static <T> T read(String resource, Class<T> type) {
		JsonMapper mapper = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
		try (InputStream in = Schema.class.getResourceAsStream(resource)) {
			return mapper.readValue(in, type);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The same with unions that only the overlay knows.
	 */
	Schema with(List<Union> more) {
		List<Union> all = new ArrayList<>(this.unions);
		all.addAll(more);
		return new Schema(this.enums, all, this.types, this.methods);
	}

	/**
	 * The same with fields that may be missing though Telegram always lists them.
	 */
	Schema withAbsent(List<String> places) {
		List<Type> tolerant = this.types.stream().map((type) -> type.withAbsent(places)).toList();
		return new Schema(this.enums, this.unions, tolerant, this.methods);
	}

	/**
	 * Types that become a record. A file is not one: it is written by hand.
	 */
	List<Type> recordTypes() {
		return this.types.stream().filter((type) -> type.kind() == null).toList();
	}

	Type type(String name) {
		return this.types.stream().filter((type) -> type.name().equals(name)).findFirst().orElseThrow();
	}

	boolean isUnion(String name) {
		return this.unions.stream().anyMatch((union) -> union.name().equals(name));
	}

	Union union(String name) {
		return this.unions.stream().filter((union) -> union.name().equals(name)).findFirst().orElseThrow();
	}

	/**
	 * Fields of a type or parameters of a method.
	 */
	List<Field> fieldsOf(String owner) {
		return Stream
			.concat(this.types.stream().filter((type) -> type.name().equals(owner)).map(Type::fields),
					this.methods.stream().filter((method) -> method.name().equals(owner)).map(Method::params))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"overlay.json speaks of '" + owner + "', which is neither a type nor a method of the schema"));
	}

	/**
	 * Fails unless the owner has such a field or parameter.
	 */
	void demand(String owner, String field) {
		if (fieldsOf(owner).stream().noneMatch((it) -> it.name().equals(field))) {
			throw new IllegalStateException(
					"overlay.json speaks of '" + owner + "." + field + "', which the schema doesn't have");
		}
	}

	record Enumeration(String name, List<String> values) {

	}

	/**
	 * One of several types.
	 *
	 * @param discriminator the field whose fixed value tells the members apart
	 * @param otherwise the member that any value of the discriminator means for which
	 * {@code values} names no other
	 * @param section where Telegram documents it; neither it nor {@code since} is there
	 * if only we name it
	 */
	record Union(String name, @Nullable String section, String dir, @Nullable String since, List<String> of,
			@Nullable String discriminator, Map<String, Object> values, @Nullable String otherwise) {

		boolean isDocumented() {
			return this.section != null || this.since != null;
		}

		boolean isReceived() {
			return !this.dir.equals("sent");
		}

		/**
		 * Whether a value of a kind that no one knows yet has to be kept.
		 */
		boolean hasUnknown() {
			return isReceived() && this.otherwise == null;
		}

		/**
		 * Members that are object types, so neither a text nor a list.
		 */
		List<String> objects() {
			return this.of.stream().filter((member) -> !member.equals("String") && !member.contains("<")).toList();
		}

		boolean hasTextAndList() {
			return this.of.contains("String");
		}

		/**
		 * The discriminator where every member has it as a text.
		 */
		@Nullable String commonDiscriminator() {
			return (this.otherwise == null && !hasTextAndList()) ? this.discriminator : null;
		}

	}

	record Type(String name, @Nullable String kind, @Nullable String since, List<Field> fields) {

		Type withAbsent(List<String> places) {
			return new Type(this.name, this.kind, this.since,
					this.fields.stream()
						.map((field) -> places.contains(this.name + "." + field.name()) ? field.optional() : field)
						.toList());
		}

		List<Field> components() {
			return this.fields.stream().filter((field) -> field.constant() == null).toList();
		}

		List<Field> constants() {
			return this.fields.stream().filter((field) -> field.constant() != null).toList();
		}

		@Nullable Field field(String name) {
			return this.fields.stream().filter((field) -> field.name().equals(name)).findFirst().orElse(null);
		}

		/**
		 * The fixed value of a field that tells the members of a union apart.
		 */
		String constant(String field) {
			return constants().stream()
				.filter((constant) -> constant.name().equals(field))
				.map(Field::constant)
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("The schema gives '" + field + "' of '" + this.name
						+ "' no fixed value. Give it a \"const\", since a union tells its members apart by it."));
		}

	}

	record Method(String name, @Nullable String since, String returns, List<Field> params) {

		String className() {
			return Names.capitalize(this.name);
		}

	}

	record Field(String name, String type, boolean required, @JsonProperty("const") @Nullable String constant,
			@JsonProperty("enum") @Nullable List<Object> values, @Nullable String enumRef, @Nullable String enumOf,
			@Nullable Object min, @Nullable Object max, @Nullable List<Object> also, boolean nonZero,
			@Nullable Integer minLength, @Nullable Integer maxLength, @Nullable Integer minBytes,
			@Nullable Integer maxBytes, boolean afterEntities, @Nullable Integer minItems, @Nullable Integer maxItems,
			@JsonProperty("default") @Nullable Object defaultValue, @Nullable String format, boolean attach,
			@Nullable String since) {

		/**
		 * By the Bot API's naming: {@code caption_entities} belong to {@code caption},
		 * and {@code entities} to {@code text} or {@code message_text}.
		 */
		boolean isEntitiesOf(Field text) {
			return this.name.equals(text.name + "_entities")
					|| (this.name.equals("entities") && List.of("text", "message_text").contains(text.name));
		}

		Field optional() {
			return new Field(this.name, this.type, false, this.constant, this.values, this.enumRef, this.enumOf,
					this.min, this.max, this.also, this.nonZero, this.minLength, this.maxLength, this.minBytes,
					this.maxBytes, this.afterEntities, this.minItems, this.maxItems, this.defaultValue, this.format,
					this.attach, this.since);
		}

	}

}
