// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads random values of every type that were spoilt: there is a value, or an error that
 * tells nothing of what was there.
 */
class OddInputTests {

	private static final long SEED = Long.getLong("odd-input.seed", System.nanoTime());

	private static final int VALUES = 3;

	private final JsonMapper mapper = BotApiJson.mapper();

	@BeforeAll
	static void printSeed() {
		System.getLogger("odd-input").log(System.Logger.Level.INFO, "-Dodd-input.seed=" + SEED);
	}

	static List<Class<?>> all() {
		return RandomValuesTests.all();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("all")
	void isReadOrRefusedWithoutATrace(Class<?> type) {
		RandomValues values = new RandomValues(SEED ^ type.getName().hashCode());
		OddInput odd = new OddInput(new Random(SEED ^ type.getName().hashCode()));
		JavaType list = this.mapper.getTypeFactory().constructCollectionType(List.class, type);
		for (int i = 0; i < VALUES; i++) {
			Object good = values.value(type);
			JsonNode json = this.mapper.valueToTree(good);
			String spoilt = odd.spoil(json);
			Object read = read(spoilt, type);
			if (read != null) {
				List<Object> both = this.mapper.readValue("[" + spoilt + "," + json + "]", list);
				assertThat(both).as("seed %d: %s", SEED, spoilt).containsExactly(read, good);
				String written = this.mapper.writeValueAsString(read);
				assertThat(this.mapper.readValue(written, (Class<?>) type)).as("seed %d: %s", SEED, spoilt)
					.isEqualTo(read);
			}
		}
	}

	private @Nullable Object read(String json, Class<?> type) {
		try {
			return this.mapper.readValue(json, type);
		}
		catch (JacksonException ex) {
			assertThat(BotApiJson.problem(ex)).as("seed %d: %s", SEED, json).doesNotContain(OddInput.SECRET);
			return null;
		}
		catch (RuntimeException ex) {
			throw new AssertionError("seed " + SEED + ": " + type.getSimpleName() + " from " + json, ex);
		}
	}

}
