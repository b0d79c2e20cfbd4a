// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.method;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the JSON of requests with every parameter set, from the schema and a seed. It
 * knows nothing of the Java that is generated from the same schema.
 */
final class RandomRequests {

	private static final Path SCHEMA = Path
		.of("../tools/codegen/src/main/resources/io/github/telegramnopool/codegen/schema.json");

	/**
	 * Stands where nothing but a file of the request itself will do.
	 */
	static final String UPLOAD = "to be uploaded";

	/**
	 * Deeper objects have only what is required.
	 */
	private static final int DEEPEST = 3;

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private final JsonNode schema = read();

	private final Random random;

	private final Map<String, JsonNode> fixed;

	/**
	 * Create a maker.
	 * @param fixed values of the parameters and fields that have to fit what the
	 * simulator holds, by {@code Owner.name} or by name alone
	 */
	RandomRequests(long seed, Map<String, JsonNode> fixed) {
		this.random = new Random(seed);
		this.fixed = fixed;
	}

	private static JsonNode read() {
		try {
			return new JsonMapper().readTree(Files.readAllBytes(SCHEMA));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<String> methods() {
		return read().get("methods").valueStream().map((method) -> method.get("name").asString()).toList();
	}

	ObjectNode request(String method) {
		return object(method, named("methods", method).get("params"), 0);
	}

	private JsonNode named(String list, String name) {
		return find(list, name).findFirst().orElseThrow(() -> new IllegalStateException("No " + name + " in " + list));
	}

	private Stream<JsonNode> find(String list, String name) {
		return this.schema.get(list).valueStream().filter((entry) -> entry.get("name").asString().equals(name));
	}

	private ObjectNode object(String owner, JsonNode fields, int depth) {
		ObjectNode object = JSON.objectNode();
		for (JsonNode field : fields) {
			String name = field.get("name").asString();
			JsonNode fixed = this.fixed.getOrDefault(owner + "." + name, this.fixed.get(name));
			if (fixed != null && !fixed.isNull()) {
				object.set(name, fixed);
			}
			else if (fixed == null && (depth < DEEPEST || field.get("required").asBoolean())) {
				object.set(name, value(field, field.get("type").asString(), depth));
			}
		}
		return object;
	}

	private JsonNode value(JsonNode field, String type, int depth) {
		if (type.startsWith("Array<")) {
			return array(field, type.substring("Array<".length(), type.length() - 1), depth);
		}
		return switch (type) {
			case "Integer", "Int64" -> number(field, type.equals("Int64"));
			case "Float" -> JSON.numberNode(between(field, -90, 90) + 0.25);
			case "Boolean" -> JSON.booleanNode(this.random.nextBoolean());
			case "True" -> JSON.booleanNode(true);
			case "String" -> text(field);
			case "InputFile" -> JSON.stringNode(UPLOAD);
			case "InputFile|String" -> this.fixed.get("InputFile");
			case "Int64|String" -> JSON.numberNode(-1_000_000_000_000L - this.random.nextInt(1000));
			default -> structure(type, depth + 1);
		};
	}

	private ArrayNode array(JsonNode field, String element, int depth) {
		int min = field.path("minItems").asInt(1);
		int max = Math.min(field.path("maxItems").asInt(min + 2), min + 2);
		ArrayNode array = JSON.arrayNode();
		for (int size = min + this.random.nextInt(max - min + 1); size > 0; size--) {
			// What limits the list does not limit what is in it
			array.add(value(element.equals("String") ? field : JSON.objectNode(), element, depth));
		}
		return array;
	}

	private JsonNode number(JsonNode field, boolean large) {
		if (field.has("enum")) {
			return one(field.get("enum"));
		}
		if (field.has("format")) {
			return JSON.numberNode(1_787_000_000 + this.random.nextInt(1000));
		}
		boolean bounded = field.has("min") || field.has("max");
		long number = (large && !bounded) ? this.random.nextLong(1, 1L << 52) : between(field, 1, 1_000_000);
		return JSON.numberNode((number == 0 && field.has("nonZero")) ? 1 : number);
	}

	private long between(JsonNode field, long min, long max) {
		long least = field.path("min").asLong(Math.min(min, field.path("max").asLong(min)));
		long most = field.path("max").asLong(Math.max(max, least));
		return least + (long) (this.random.nextDouble() * (most - least));
	}

	private JsonNode text(JsonNode field) {
		if (field.has("const")) {
			return field.get("const");
		}
		if (field.has("enum")) {
			return one(field.get("enum"));
		}
		if (field.has("enumRef")) {
			return one(named("enums", field.get("enumRef").asString()).get("values"));
		}
		if (field.has("enumOf")) {
			return JSON.stringNode("message");
		}
		if (field.has("attach")) {
			return this.fixed.get("InputFile");
		}
		if (field.path("format").asString("").equals("url")) {
			return JSON.stringNode("https://example.org/?a=" + this.random.nextInt() + "&b=%20");
		}
		int min = Math.max(1, Math.max(field.path("minLength").asInt(0), field.path("minBytes").asInt(0)));
		int max = Math.min(field.path("maxLength").asInt(min + 20), field.path("maxBytes").asInt(80) / 4);
		return JSON.stringNode(characters(min, Math.max(min, max)));
	}

	private String characters(int min, int max) {
		String[] alphabet = { "a", "B", "7", "\u00fc", "\u4f60", "\ud83d\udc4d", "\"", "\\", "&", "+", "=", "%", "<" };
		StringBuilder text = new StringBuilder("x");
		for (int length = min - 1 + this.random.nextInt(max - min + 1); length > 0; length--) {
			text.append(alphabet[this.random.nextInt(alphabet.length)]);
		}
		return text.toString();
	}

	private JsonNode one(JsonNode values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private JsonNode structure(String type, int depth) {
		if (type.contains("|")) {
			List<String> members = List.of(type.split("\\|"));
			return value(JSON.objectNode(), members.get(this.random.nextInt(members.size())), depth - 1);
		}
		JsonNode union = find("unions", type).findFirst().orElse(null);
		if (union != null) {
			return value(JSON.objectNode(), member(union, depth), depth - 1);
		}
		return object(type, named("types", type).get("fields"), depth);
	}

	private String member(JsonNode union, int depth) {
		List<String> members = union.get("of").valueStream().map(JsonNode::asString).toList();
		if (depth <= DEEPEST) {
			return members.get(this.random.nextInt(members.size()));
		}
		return members.stream().min(Comparator.comparingInt(this::weight)).orElseThrow();
	}

	/**
	 * How much is needed to make one.
	 */
	private int weight(String type) {
		return type.contains("<") ? 100
				: find("types", type)
					.mapToInt((it) -> it.get("fields").valueStream().mapToInt(RandomRequests::weight).sum())
					.findFirst()
					.orElse(0);
	}

	private static int weight(JsonNode field) {
		if (!field.get("required").asBoolean()) {
			return 0;
		}
		return List.of("String", "Integer", "Int64", "Float", "Boolean", "True").contains(field.get("type").asString())
				? 1 : 100;
	}

}
