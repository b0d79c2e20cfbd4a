// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import io.github.telegramnopool.api.json.BotApiJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tries every limit that the schema knows: the builder takes the bound itself and refuses
 * what is beyond it.
 */
class SchemaLimitsTests {

	private static final Path SCHEMA = Path.of("../tools/codegen/src/main/resources/io/github/telegramnopool/codegen");

	private static final Set<String> KEYS = Set.of("min", "max", "also", "nonZero", "minLength", "maxLength",
			"minBytes", "maxBytes", "minItems", "maxItems");

	private static final JsonNode OVERLAY = read("overlay.json");

	private static final JsonNode TYPES = read("schema.json");

	static Stream<Limit> limits() {
		return owners().flatMap((owner) -> owner.fields().valueStream().flatMap((field) -> limitsOf(owner, field)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("limits")
	void takesBoundAndRefusesWhatIsBeyond(Limit limit) throws ReflectiveOperationException {
		for (Object good : limit.good()) {
			assertThat(limit.build(good)).as("%s", good).isNotNull();
		}
		String name = "'" + SchemaBuilder.javaName(limit.field().get("name").asString()) + "'";
		for (Object bad : limit.bad()) {
			assertThatIllegalArgumentException().as("%s", bad)
				.isThrownBy(() -> limit.build(bad))
				.withMessageStartingWith(limit.owner().className() + ": " + name)
				.withMessageContaining(", but Telegram takes ");
		}
	}

	@Test
	void findsEveryLimit() {
		assertThat(limits()).hasSizeGreaterThan(300).anySatisfy((limit) -> assertThat(limit.bad()).isNotEmpty());
		assertThat(limits().map(Limit::key)).containsAll(KEYS).contains("enum");
	}

	static Stream<Owner> withRequired() {
		return owners().filter((owner) -> !owner.required().isEmpty());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("withRequired")
	void namesWhatIsMissing(Owner owner) throws ReflectiveOperationException {
		for (String field : owner.required()) {
			SchemaBuilder builder = owner.builder().setRequired(field).setChoices(OVERLAY.get("choices"));
			assertThatIllegalStateException().isThrownBy(builder::build)
				.withMessage(owner.className() + " needs '" + SchemaBuilder.javaName(field) + "'");
		}
	}

	private static Stream<Owner> owners() {
		Stream<Owner> types = TYPES.get("types")
			.valueStream()
			.filter((type) -> !type.has("kind"))
			.map((type) -> new Owner(type.get("name").asString(), type.get("fields")));
		Stream<Owner> methods = TYPES.get("methods")
			.valueStream()
			.map((method) -> new Owner(method.get("name").asString(), method.get("params")));
		return Stream.concat(types, methods);
	}

	private static Stream<Limit> limitsOf(Owner owner, JsonNode field) {
		Stream<String> keys = field.propertyNames().stream().filter(KEYS::contains);
		boolean listed = field.has("enum") && !field.get("type").asString().equals("String");
		return Stream.concat(keys, listed ? Stream.of("enum") : Stream.of()).map((key) -> new Limit(owner, field, key));
	}

	private static JsonNode read(String file) {
		try {
			return BotApiJson.mapper().readTree(Files.readString(SCHEMA.resolve(file)));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Owner(String name, JsonNode fields) {

		String className() {
			return Character.toUpperCase(this.name.charAt(0)) + this.name.substring(1);
		}

		List<String> required() {
			return this.fields.valueStream()
				.filter((field) -> !OVERLAY.get("mayBeAbsent")
					.valueStream()
					.anyMatch((place) -> place.asString().equals(this.name + "." + field.get("name").asString())))
				.filter((field) -> field.get("required").asBoolean() && !field.has("const"))
				.map((field) -> field.get("name").asString())
				.toList();
		}

		SchemaBuilder builder() throws ReflectiveOperationException {
			return SchemaBuilder.of(this.name, this.fields);
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	record Limit(Owner owner, JsonNode field, String key) {

		Object build(Object value) throws ReflectiveOperationException {
			return this.owner.builder()
				.set(this.field.get("name").asString(), value)
				.setRequired(null)
				.setChoices(OVERLAY.get("choices"))
				.build();
		}

		/**
		 * The bound itself. A maximum that is not checked lets pass what is beyond it
		 * too.
		 */
		List<Object> good() {
			List<Object> good = new ArrayList<>(switch (this.key) {
				case "minLength", "minBytes", "minItems", "maxLength", "maxBytes", "maxItems" -> List.of(amount(0));
				case "min", "max" -> List.of(number());
				case "also", "enum" -> this.field.get(this.key).valueStream().map(JsonNode::asLong).toList();
				case "nonZero" -> List.of(1, -1);
				default -> throw new IllegalStateException(this.key);
			});
			if (isOpen()) {
				good.add(beyond());
			}
			return good;
		}

		List<Object> bad() {
			return isOpen() || (isMinimum() && bound() == 0 && !this.key.equals("min")) ? List.of() : List.of(beyond());
		}

		private Object beyond() {
			return switch (this.key) {
				case "minLength", "minBytes", "minItems" -> amount(-1);
				case "maxLength", "maxBytes", "maxItems" -> amount(1);
				case "min" -> number() - 1;
				case "max" -> number() + 1;
				case "also" -> this.field.get("max").asLong() + 1;
				case "enum" -> 1;
				case "nonZero" -> 0;
				default -> throw new IllegalStateException(this.key);
			};
		}

		private boolean isMinimum() {
			return this.key.startsWith("min");
		}

		private boolean isOpen() {
			boolean open = this.field.path("afterEntities").asBoolean(false)
					|| OVERLAY.get("openLimits").has(this.owner.name() + "." + this.field.get("name").asString());
			return open && this.key.startsWith("max");
		}

		private int bound() {
			return this.field.get(this.key).asInt();
		}

		private long number() {
			return this.field.get(this.key).asLong();
		}

		private Object amount(int more) {
			IntFunction<Object> make = switch (this.key) {
				// Two units of UTF-16 each, but one character
				case "minLength", "maxLength" -> "\uD83D\uDEA3"::repeat;
				case "minBytes", "maxBytes" -> (n) -> "\u00e9".repeat(n / 2) + "x".repeat(n % 2);
				default -> (n) -> Collections.nCopies(n, List.of());
			};
			return make.apply(bound() + more);
		}

		@Override
		public String toString() {
			return this.owner + "." + this.field.get("name").asString() + " " + this.key;
		}

	}

}
