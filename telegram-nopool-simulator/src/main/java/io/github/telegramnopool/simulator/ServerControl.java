// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The control calls that concern the server itself: its clock, its flood limits, what can
 * be switched beside it, and updates in number.
 */
final class ServerControl {

	private final SimulatorClock clock;

	private final FloodGate flood;

	private final ManyUpdates updates;

	private final Switches switches;

	ServerControl(SimulatorClock clock, FloodGate flood, ManyUpdates updates, Switches switches) {
		this.updates = updates;
		this.switches = switches;
		this.clock = clock;
		this.flood = flood;
	}

	/**
	 * Answer a call, or {@code null} if it is none of these.
	 */
	@Nullable Reply answer(String call, String body) {
		return switch (call) {
			case "GET /_sim/clock" -> clock();
			case "POST /_sim/clock" -> {
				this.clock.advance(duration(Json.parseObject(body).path("advance").asString("")));
				yield clock();
			}
			case "GET /_sim/flood" -> flood();
			case "POST /_sim/flood" -> {
				this.flood.limits(limits(body.isBlank() ? Json.object() : Json.parseObject(body)));
				yield flood();
			}
			case "DELETE /_sim/flood" -> {
				this.flood.limits(null);
				yield flood();
			}
			default -> {
				Reply aboutSwitches = this.switches.answer(call, body);
				yield (aboutSwitches != null) ? aboutSwitches : this.updates.answer(call, body);
			}
		};
	}

	private Reply clock() {
		ObjectNode json = Json.object()
			.put("now", this.clock.instant().toString())
			.put("ahead", this.clock.ahead().toString());
		return Reply.json(200, Json.write(json));
	}

	private Reply flood() {
		FloodLimits limits = this.flood.limits();
		ObjectNode json = Json.object().put("on", limits != null);
		if (limits != null) {
			json.put("perSecond", limits.perSecond())
				.put("perChatPerSecond", limits.perChatPerSecond())
				.put("perGroupPerMinute", limits.perGroupPerMinute());
		}
		return Reply.json(200, Json.write(json));
	}

	/**
	 * The limits that a request names; Telegram's for those that it does not.
	 */
	private static FloodLimits limits(ObjectNode request) {
		FloodLimits usual = FloodLimits.telegram();
		try {
			return new FloodLimits(request.path("perSecond").asInt(usual.perSecond()),
					request.path("perChatPerSecond").asInt(usual.perChatPerSecond()),
					request.path("perGroupPerMinute").asInt(usual.perGroupPerMinute()));
		}
		catch (IllegalArgumentException ex) {
			throw ApiError.badRequest(String.valueOf(ex.getMessage()));
		}
	}

	private static Duration duration(String text) {
		try {
			Duration duration = Duration.parse(text);
			if (!duration.isNegative()) {
				return duration;
			}
		}
		catch (DateTimeParseException ex) {
			// Said below
		}
		throw ApiError.badRequest("\"advance\" must be a duration that is not negative, as in \"PT24H\"");
	}

}
