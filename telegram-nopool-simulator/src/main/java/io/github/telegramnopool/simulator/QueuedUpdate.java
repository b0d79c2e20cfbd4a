// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;

/**
 * An update that waits to be confirmed, rendered once: line break and bytes as
 * {@code JsonUpdate} has them.
 *
 * @param id the {@code update_id}
 * @param lane what it must not overtake on its way to a webhook, or 0 for nothing
 * @param json the update as it is sent
 * @param size what it counts for in its queue
 * @param expiresAt the last second since the epoch in which it is served
 */
record QueuedUpdate(int id, long lane, byte[] json, int size, long expiresAt) {

	static QueuedUpdate of(int id, String kind, JsonNode value, long expiresAt) {
		byte[] head = ("{\"update_id\":" + id + ",\n\"" + kind + "\":").getBytes(StandardCharsets.UTF_8);
		byte[] body = Json.writeBytes(value);
		byte[] json = new byte[head.length + body.length + 1];
		System.arraycopy(head, 0, json, 0, head.length);
		System.arraycopy(body, 0, json, head.length, body.length);
		json[json.length - 1] = '}';
		return new QueuedUpdate(id, UpdateLane.of(kind, value), json, kind.length() + 3 + body.length, expiresAt);
	}

	boolean isExpired(long now) {
		return this.expiresAt < now;
	}

}
