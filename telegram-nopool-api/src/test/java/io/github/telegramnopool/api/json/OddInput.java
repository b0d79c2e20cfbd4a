// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spoils JSON in one place: something is missing, {@code null}, of another type, new, or
 * there twice. Every text that it adds holds {@link #SECRET}.
 */
final class OddInput {

	static final String SECRET = "s3cret";

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final List<Supplier<JsonNode>> ODD = List.of(JSON::nullNode, () -> text(""), () -> text(" "),
			() -> text(SECRET), () -> text("7"), () -> text("true"), () -> text("-9223372036854775808"),
			() -> text("99999999999999999999"), () -> text("NaN"), () -> text("1e999"), () -> text("@"),
			() -> JSON.numberNode(0), () -> JSON.numberNode(-1), () -> JSON.numberNode(Long.MIN_VALUE),
			() -> JSON.numberNode(Long.MAX_VALUE), () -> JSON.numberNode(1.5), () -> JSON.numberNode(-1e300),
			() -> JSON.numberNode(new BigInteger("9".repeat(40))), () -> JSON.booleanNode(true),
			() -> JSON.booleanNode(false), JSON::objectNode, JSON::arrayNode,
			() -> JSON.objectNode().put(SECRET, SECRET), () -> JSON.arrayNode().add(SECRET),
			() -> JSON.arrayNode().add(JSON.arrayNode().addNull().add(JSON.arrayNode())));

	private final JsonMapper mapper = BotApiJson.mapper();

	private final Random random;

	OddInput(Random random) {
		this.random = random;
	}

	private static JsonNode text(String text) {
		return JSON.stringNode(text);
	}

	String spoil(JsonNode json) {
		JsonNode root = json.deepCopy();
		if (!root.isContainer()) {
			return odd().toString();
		}
		List<JsonNode> containers = new ArrayList<>();
		collect(root, containers);
		JsonNode container = containers.get(this.random.nextInt(containers.size()));
		if (container instanceof ObjectNode object) {
			return spoil(root, object);
		}
		ArrayNode array = (ArrayNode) container;
		if (array.isEmpty() || this.random.nextBoolean()) {
			array.insert(this.random.nextInt(array.size() + 1), odd());
		}
		else {
			array.set(this.random.nextInt(array.size()), odd());
		}
		return this.mapper.writeValueAsString(root);
	}

	private String spoil(JsonNode root, ObjectNode object) {
		List<String> names = List.copyOf(object.propertyNames());
		String name = names.isEmpty() ? SECRET : names.get(this.random.nextInt(names.size()));
		switch (this.random.nextInt(6)) {
			case 0 -> object.remove(name);
			case 1 -> object.set(SECRET, odd());
			case 2 -> {
				JsonNode value = object.remove(name);
				object.set(name, (value != null) ? value : odd());
			}
			case 3 -> {
				// Twice, which no tree can hold
				String twice = "\"" + name + "\":" + odd() + ",\"twice\":";
				object.set("twice", odd());
				return this.mapper.writeValueAsString(root).replace("\"twice\":", twice);
			}
			default -> object.set(name, odd());
		}
		String text = this.mapper.writeValueAsString(root);
		return (this.random.nextInt(20) == 0) ? text.substring(0, this.random.nextInt(text.length())) : text;
	}

	private JsonNode odd() {
		return ODD.get(this.random.nextInt(ODD.size())).get();
	}

	private static void collect(JsonNode json, List<JsonNode> containers) {
		if (json.isContainer()) {
			containers.add(json);
			json.values().forEach((value) -> collect(value, containers));
		}
	}

}
