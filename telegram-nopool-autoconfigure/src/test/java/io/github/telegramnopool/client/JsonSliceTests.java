// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonSlice}.
 */
class JsonSliceTests {

	private static final JsonMapper MAPPER = new JsonMapper();

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "{\"a\":1", "[1,2", "\"x", "\"x\\\"", "{} {}", "{}x", "{\"a\":{}",
			"{\"a\":{\"b\":1}", "{\"a\"}", "{\"a\":}", "{1}", "1 2", "}", "]", ",", ":" })
	void whatIsNoWholeObjectHasNoProperties(String document) {
		JsonSlice slice = slice(document);
		assertThat((slice != null) ? slice.properties() : null).isNull();
	}

	@Test
	void findsProperties() {
		JsonSlice slice = slice(
				" { \"ok\" : true , \"okay\":{\"ok\":\"}\"},\"result\":[1, \"a,]\" ,[2],{}], \"n\":null }\r\n");
		Map<String, JsonSlice> properties = slice.properties();
		assertThat(properties.get("ok").is("true")).isTrue();
		assertThat(properties.get("okay").text()).isEqualTo("{\"ok\":\"}\"}");
		assertThat(properties.get("n").is("null")).isTrue();
		assertThat(properties.get("k")).isNull();
		assertThat(properties.get("result").elements()).extracting(JsonSlice::text)
			.containsExactly("1", "\"a,]\"", "[2]", "{}");
	}

	@Test
	void emptyOnesHaveNothing() {
		assertThat(slice("{ }").properties().get("a")).isNull();
		assertThat(slice("[ ]").elements()).isEmpty();
		assertThat(slice("7").elements()).isEmpty();
		assertThat(slice("7").properties()).isNull();
	}

	/**
	 * Whatever Jackson reads as a list is taken apart as Jackson does; and whatever it
	 * is, looking at it ends.
	 */
	@Test
	void takesListsApartAsJacksonDoes() {
		long seed = System.nanoTime();
		System.getLogger("seed").log(System.Logger.Level.INFO, "seed " + seed);
		Random random = new Random(seed);
		String alphabet = "{}[]\",:\\ 1atrue\u00fc";
		for (int i = 0; i < 20_000; i++) {
			StringBuilder document = new StringBuilder("[");
			for (int length = random.nextInt(12); length > 0; length--) {
				document.append(alphabet.charAt(random.nextInt(alphabet.length())));
			}
			compare(document.append("]").toString(), seed);
		}
	}

	private static void compare(String document, long seed) {
		JsonSlice slice = slice(document);
		JsonNode json = read(document);
		if (json == null) {
			if (slice != null) {
				slice.elements();
			}
			return;
		}
		assertThat(slice).as("%s, seed %d", document, seed).isNotNull();
		assertThat(Objects.requireNonNull(slice).elements()).as("%s, seed %d", document, seed)
			.extracting((element) -> read(element.text()))
			.containsExactlyElementsOf(json.values());
	}

	private static JsonNode read(String document) {
		try {
			return MAPPER.readTree(document);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static JsonSlice slice(String document) {
		return JsonSlice.of(document.getBytes(StandardCharsets.UTF_8));
	}

}
