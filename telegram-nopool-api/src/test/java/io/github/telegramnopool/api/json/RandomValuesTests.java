// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.telegramnopool.api.model.Message;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes random values of every type, union and method, and reads them again.
 */
class RandomValuesTests {

	private static final long SEED = Long.getLong("random-values.seed", System.nanoTime());

	private static final int VALUES = 20;

	private final JsonMapper mapper = BotApiJson.mapper();

	@BeforeAll
	static void printSeed() {
		System.getLogger("random-values").log(System.Logger.Level.INFO, "-Drandom-values.seed=" + SEED);
	}

	static List<Class<?>> all() {
		return Stream.of("model", "method")
			.flatMap(RandomValuesTests::classesIn)
			.filter((type) -> type.isSealed() || (type.isRecord() && Codecs.find(type) != null))
			.toList();
	}

	private static Stream<Class<?>> classesIn(String name) {
		try {
			Path classes = Path.of(Message.class.getProtectionDomain().getCodeSource().getLocation().toURI());
			Path folder = classes.resolve("io/github/telegramnopool/api").resolve(name);
			try (Stream<Path> files = Files.list(folder)) {
				return files.<String>map((file) -> file.getFileName().toString())
					.filter((file) -> file.endsWith(".class") && !file.contains("$")
							&& !file.startsWith("package-info"))
					.sorted()
					.<Class<?>>map(
							(file) -> load("io.github.telegramnopool.api." + name + "." + file.replace(".class", "")))
					.toList()
					.stream();
			}
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Class<?> load(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("all")
	void losesNothing(Class<?> type) {
		RandomValues values = new RandomValues(SEED ^ type.getName().hashCode());
		for (int i = 0; i < VALUES; i++) {
			Object value = values.value(type);
			byte[] json = this.mapper.writeValueAsBytes(value);
			Object again = this.mapper.readValue(json, type);
			assertThat(again).as("seed %d", SEED).isEqualTo(value);
			JsonNode tree = this.mapper.readTree(json);
			assertThat(this.mapper.readTree(this.mapper.writeValueAsBytes(again))).as("seed %d", SEED).isEqualTo(tree);
			assertThat(this.mapper.treeToValue(tree, type)).as("read from a tree, seed %d", SEED).isEqualTo(value);
		}
	}

}
