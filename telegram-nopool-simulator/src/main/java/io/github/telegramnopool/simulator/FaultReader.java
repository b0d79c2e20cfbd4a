// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a scripted fault from the control API's JSON.
 */
final class FaultReader {

	private final ObjectNode json;

	private final ScriptedFaultBuilder fault;

	private FaultReader(ObjectNode json) {
		this.json = json;
		this.fault = ScriptedFault.on(json.path("method").asString(""));
	}

	static ScriptedFault read(ObjectNode json) {
		try {
			return new FaultReader(json).read();
		}
		catch (IllegalArgumentException ex) {
			throw ApiError.badRequest(String.valueOf(ex.getMessage()));
		}
	}

	private ScriptedFault read() {
		for (Map.Entry<String, JsonNode> property : this.json.properties()) {
			apply(property.getKey(), property.getValue());
		}
		return this.fault.build();
	}

	private void apply(String name, JsonNode value) {
		switch (name) {
			case "method", "seed" -> {
			}
			case "times" -> this.fault.times(integer(name, value));
			case "always" -> applyIf(name, value, this.fault::always);
			case "percent" -> this.fault.percent(integer(name, value), this.json.path("seed").asLong(0));
			case "status" -> this.fault.status(integer(name, value));
			case "retryAfter" -> this.fault.retryAfter(integer(name, value));
			case "headers" -> value.properties()
				.forEach((header) -> this.fault.header(header.getKey(), header.getValue().asString()));
			case "body" -> this.fault.body(value.isString() ? value.stringValue() : Json.write(value));
			case "bodyBase64" -> this.fault.body(Base64.getDecoder().decode(value.asString("")));
			case "gzip" -> this.fault.gzip(gzip(value));
			case "delayMillis" -> this.fault.delay(Duration.ofMillis(integer(name, value)));
			case "delayPerByteMillis" -> this.fault.delayPerByte(Duration.ofMillis(integer(name, value)));
			case "resetAtByte" -> this.fault.resetAtByte(integer(name, value));
			case "closeAtByte" -> this.fault.closeAtByte(integer(name, value));
			case "stallAtByte" -> this.fault.stallAtByte(integer(name, value));
			case "never" -> applyIf(name, value, this.fault::never);
			case "execute" -> applyIf(name, value, this.fault::execute);
			default -> throw new IllegalArgumentException("a fault has no \"" + name
					+ "\"; it may have method, times, always, percent, seed, status, retryAfter, headers, body, "
					+ "bodyBase64, gzip, delayMillis, delayPerByteMillis, resetAtByte, closeAtByte, stallAtByte, "
					+ "never and execute");
		}
	}

	private static SpoiltGzip gzip(JsonNode value) {
		if (value.isObject() && value.size() == 1) {
			Map.Entry<String, JsonNode> property = value.properties().iterator().next();
			if (property.getKey().equals("cutBy")) {
				return SpoiltGzip.cutBy(integer("cutBy", property.getValue()));
			}
			if (property.getKey().equals("bomb")) {
				return SpoiltGzip.bomb(integer("bomb", property.getValue()));
			}
		}
		return switch (value.asString("")) {
			case "whole" -> SpoiltGzip.whole();
			case "garbage" -> SpoiltGzip.garbage();
			case "wrongChecksum" -> SpoiltGzip.wrongChecksum();
			default -> throw new IllegalArgumentException("\"gzip\" must be \"whole\", \"garbage\", \"wrongChecksum\", "
					+ "{\"cutBy\":bytes} or {\"bomb\":bytes}, but is " + value);
		};
	}

	private static int integer(String name, JsonNode value) {
		if (!value.canConvertToInt()) {
			throw new IllegalArgumentException("\"" + name + "\" must be a number, but is " + value);
		}
		return value.intValue();
	}

	private static void applyIf(String name, JsonNode value, Runnable setting) {
		if (!value.isBoolean()) {
			throw new IllegalArgumentException("\"" + name + "\" must be true or false, but is " + value);
		}
		if (value.booleanValue()) {
			setting.run();
		}
	}

}
