// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The switches of the page, and the control calls about them.
 */
final class Switches {

	private static final String PATH = "/_sim/switches";

	private final List<PageSwitch> switches = new CopyOnWriteArrayList<>();

	private final EventStream events;

	Switches(EventStream events) {
		this.events = events;
	}

	void add(PageSwitch added) {
		if (this.switches.stream().anyMatch((one) -> one.name().equals(added.name()))) {
			throw new IllegalArgumentException("There is a switch named \"" + added.name() + "\" already");
		}
		this.switches.add(added);
		this.events.publish("switches", toJson());
	}

	/**
	 * Answer a call, or {@code null} if it is none of these.
	 */
	@Nullable Reply answer(String call, String body) {
		if (call.equals("GET " + PATH)) {
			return Reply.json(200, Json.write(toJson()));
		}
		if (call.startsWith("POST " + PATH + "/")) {
			choose(call.substring(call.lastIndexOf('/') + 1), Json.parseObject(body).path("choice").asString(""));
			return Reply.json(200, Json.write(toJson()));
		}
		return null;
	}

	private void choose(String name, String choice) {
		PageSwitch found = this.switches.stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new ApiError(404, "Not Found: there is no switch \"" + name + "\""));
		if (!found.choices().contains(choice)) {
			throw ApiError.badRequest("\"choice\" must be one of " + found.choices());
		}
		found.choose(choice);
		this.events.publish("switches", toJson());
	}

	private ArrayNode toJson() {
		ArrayNode list = Json.array();
		this.switches.forEach((one) -> {
			ObjectNode json = list.addObject().put("name", one.name()).put("chosen", one.chosen());
			one.choices().forEach(json.putArray("choices")::add);
			if (one.botId() != 0) {
				json.put("bot", one.botId());
			}
		});
		return list;
	}

}
