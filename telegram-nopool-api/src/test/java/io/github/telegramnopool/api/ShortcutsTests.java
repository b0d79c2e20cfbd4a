// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.text.MessageText;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls every shortcut with the arguments of the method's sample, on a record that has
 * everything set.
 */
class ShortcutsTests {

	private static final Path OVERLAY = Path
		.of("../tools/codegen/src/main/resources/io/github/telegramnopool/codegen/shortcuts.json");

	private static final JsonMapper MAPPER = BotApiJson.mapper();

	record Shortcut(String type, String name, String method, JsonNode unless) {

		@Override
		public String toString() {
			return this.type + "." + this.name + ": " + this.method;
		}

	}

	static Stream<Shortcut> shortcuts() throws Exception {
		JsonNode overlay = MAPPER.readTree(Files.readString(OVERLAY)).get("shortcuts");
		return overlay.properties()
			.stream()
			.flatMap((entry) -> entry.getValue()
				.values()
				.stream()
				.map((it) -> new Shortcut(entry.getKey(), it.get("name").asString(), it.get("method").asString(),
						it.path("unless"))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("shortcuts")
	void makesItsCall(Shortcut shortcut) throws Exception {
		Object record = record(shortcut);
		List<Method> overloads = Stream.of(record.getClass().getMethods())
			.filter((it) -> it.getName().equals(shortcut.name()))
			.filter((it) -> it.getReturnType().getSimpleName().equalsIgnoreCase(shortcut.method()))
			.toList();
		assertThat(overloads).isNotEmpty();
		for (Method overload : overloads) {
			BotApiMethod<?> call = (BotApiMethod<?>) overload.invoke(record, arguments(shortcut, overload));
			assertThat(call.methodName()).isEqualTo(shortcut.method());
			assertThat(MAPPER.<JsonNode>valueToTree(call)).isNotEmpty();
		}
	}

	private static Object record(Shortcut shortcut) throws ClassNotFoundException {
		ObjectNode json = everything((it) -> it.type().equals(shortcut.type()) && !it.kind().equals("request"));
		if (!shortcut.unless().isMissingNode()) {
			String[] path = shortcut.unless().asString().split("\\.");
			ObjectNode holder = (path.length > 1) ? (ObjectNode) json.get(path[0]) : json;
			holder.remove(path[path.length - 1]);
		}
		return MAPPER.treeToValue(json, Class.forName("io.github.telegramnopool.api.model." + shortcut.type()));
	}

	private static Object[] arguments(Shortcut shortcut, Method overload) {
		ObjectNode request = everything((it) -> it.type().equals(shortcut.method()) && it.kind().equals("request"));
		return Stream.of(overload.getParameters()).map((it) -> argument(it, request)).toArray();
	}

	private static Object argument(Parameter parameter, JsonNode request) {
		Type type = parameter.getParameterizedType();
		if (type == InputFile.class) {
			return InputFile.fileId("AgAC");
		}
		if (type == MessageText.class) {
			return MessageText.of("Hello");
		}
		JsonNode value = request.get(parameter.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
		if (value == null || type == long.class) {
			value = MAPPER.readTree("\"5\"");
		}
		return MAPPER.readValue(MAPPER.treeAsTokens(value), MAPPER.getTypeFactory().constructType(type));
	}

	/**
	 * A value with all that any of the samples has.
	 */
	private static ObjectNode everything(Predicate<Sample> samples) {
		ObjectNode all = MAPPER.createObjectNode();
		Sample.all()
			.filter(samples)
			.flatMap((sample) -> sample.values().stream())
			.forEach((it) -> all.setAll((ObjectNode) it));
		return all;
	}

}
