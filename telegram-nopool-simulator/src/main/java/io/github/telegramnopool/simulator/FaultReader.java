package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a scripted fault from the control API's JSON.
 */
final class FaultReader {

	private FaultReader() {
	}

	static ScriptedFault read(ObjectNode json) {
		try {
			ScriptedFaultBuilder fault = ScriptedFault.on(json.path("method").asString(""));
			for (Map.Entry<String, JsonNode> property : json.properties()) {
				apply(fault, property.getKey(), property.getValue());
			}
			return fault.build();
		}
		catch (IllegalArgumentException ex) {
			throw ApiError.badRequest(String.valueOf(ex.getMessage()));
		}
	}

	private static void apply(ScriptedFaultBuilder fault, String name, JsonNode value) {
		switch (name) {
			case "method" -> {
			}
			case "times" -> fault.times(integer(name, value));
			case "status" -> fault.status(integer(name, value));
			case "headers" ->
				value.properties().forEach((header) -> fault.header(header.getKey(), header.getValue().asString()));
			case "body" -> fault.body(value.isString() ? value.stringValue() : Json.write(value));
			case "delayPerByteMillis" -> fault.delayPerByte(Duration.ofMillis(integer(name, value)));
			case "resetAtByte" -> fault.resetAtByte(integer(name, value));
			case "closeAtByte" -> fault.closeAtByte(integer(name, value));
			case "never" -> {
				if (bool(name, value)) {
					fault.never();
				}
			}
			case "execute" -> {
				if (bool(name, value)) {
					fault.execute();
				}
			}
			default -> throw new IllegalArgumentException("a fault has no \"" + name + "\"; it may have method, times, "
					+ "status, headers, body, delayPerByteMillis, resetAtByte, closeAtByte, never and execute");
		}
	}

	private static int integer(String name, JsonNode value) {
		if (!value.canConvertToInt()) {
			throw new IllegalArgumentException("\"" + name + "\" must be a number, but is " + value);
		}
		return value.intValue();
	}

	private static boolean bool(String name, JsonNode value) {
		if (!value.isBoolean()) {
			throw new IllegalArgumentException("\"" + name + "\" must be true or false, but is " + value);
		}
		return value.booleanValue();
	}

}
