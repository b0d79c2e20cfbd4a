// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer before it is written: status, own headers and body.
 */
record Reply(int status, Map<String, String> headers, byte[] body) {

	private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

	static Reply ok(JsonNode result) {
		return ok(Json.write(result));
	}

	static Reply ok(String result) {
		return json(200, "{\"ok\":true,\"result\":" + result + "}");
	}

	static Reply ok(JsonNode result, String description) {
		ObjectNode answer = Json.object().put("ok", true);
		answer.set("result", result);
		return json(200, Json.write(answer.put("description", description)));
	}

	static Reply isTrue() {
		return ok("true");
	}

	static Reply error(int code, String description) {
		return error(code, description, null);
	}

	/**
	 * An error as {@code JsonQueryError} writes it; {@code HttpConnection::send_response}
	 * adds {@code Retry-After} to a 429.
	 */
	static Reply error(int code, String description, @Nullable ObjectNode parameters) {
		ObjectNode answer = Json.object().put("ok", false).put("error_code", code).put("description", description);
		if (parameters != null) {
			answer.set("parameters", parameters);
		}
		Reply reply = json(code, Json.write(answer));
		if (parameters != null && parameters.has("retry_after")) {
			return reply.withHeader("Retry-After", parameters.get("retry_after").asString());
		}
		return reply;
	}

	static Reply json(int status, String body) {
		return json(status, body.getBytes(StandardCharsets.UTF_8));
	}

	static Reply json(int status, byte[] body) {
		return new Reply(status, JSON, body);
	}

	/**
	 * The answer to what is not even a call: no body, and the connection ends
	 * ({@code HttpConnectionBase::loop}).
	 */
	static Reply bare(int status) {
		return new Reply(status, Map.of("Connection", "close"), new byte[0]);
	}

	Reply withHeader(String name, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.keySet().removeIf(name::equalsIgnoreCase);
		headers.put(name, value);
		return new Reply(this.status, Map.copyOf(headers), this.body);
	}

	Reply withBody(byte[] body) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.keySet().removeIf("content-length"::equalsIgnoreCase);
		return new Reply(this.status, Map.copyOf(headers), body);
	}

	boolean isOk() {
		return this.status == 200;
	}

}
