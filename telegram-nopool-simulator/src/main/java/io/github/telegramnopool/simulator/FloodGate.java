// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Refuses messages that come faster than the limits allow. The limits are Telegram's
 * core's, not the official server's, and are off until they are set. Guarded by itself.
 */
final class FloodGate {

	private static final Pattern MESSAGES = Pattern
		.compile("(?!sendChatAction$|.*Draft$)(?:send|forward|copy|editMessage|editEphemeralMessage)[A-Z].*");

	private final Map<SimulatedBot, Buckets> bots = new HashMap<>();

	private final Timer timer;

	private @Nullable FloodLimits limits;

	FloodGate(Timer timer, @Nullable FloodLimits limits) {
		this.timer = timer;
		this.limits = limits;
	}

	synchronized @Nullable FloodLimits limits() {
		return this.limits;
	}

	/**
	 * Begin to count anew with other limits, or with none.
	 */
	synchronized void limits(@Nullable FloodLimits limits) {
		this.limits = limits;
		this.bots.clear();
	}

	/**
	 * Count what a call sends, or refuse the call.
	 */
	synchronized void check(SimulatedBot bot, String method, Parameters parameters) {
		FloodLimits limits = this.limits;
		if (limits != null && parameters.has("chat_id") && MESSAGES.matcher(method).matches()) {
			this.bots.computeIfAbsent(bot, (key) -> new Buckets(limits)).count(parameters, this.timer.nanoTime());
		}
	}

	/**
	 * An album and a list of messages count as what is in them.
	 */
	private static int count(Parameters parameters) {
		JsonNode many = parameters.getJson(parameters.has("message_ids") ? "message_ids" : "media");
		return (many != null && many.isArray()) ? Math.max(many.size(), 1) : 1;
	}

	/**
	 * What one bot has sent.
	 */
	private static final class Buckets {

		private final Map<String, RateLimit> chats = new HashMap<>();

		private final FloodLimits limits;

		private final RateLimit all;

		Buckets(FloodLimits limits) {
			this.limits = limits;
			this.all = new RateLimit().limit(Duration.ofSeconds(1), limits.perSecond());
		}

		void count(Parameters parameters, long now) {
			List<RateLimit> concerned = new ArrayList<>();
			concerned.add(this.chats.computeIfAbsent(parameters.get("chat_id"), this::chat));
			if (!parameters.getBoolean("allow_paid_broadcast")) {
				concerned.add(this.all);
			}
			long wait = concerned.stream().mapToLong((control) -> control.delay(now)).max().orElse(0);
			if (wait > 0) {
				throw ApiError.flood((int) Duration.ofNanos(wait).plusNanos(999_999_999).toSeconds());
			}
			int messages = FloodGate.count(parameters);
			concerned.forEach((control) -> control.add(now, messages));
		}

		private RateLimit chat(String id) {
			RateLimit control = new RateLimit().limit(Duration.ofSeconds(1), this.limits.perChatPerSecond());
			boolean group = id.startsWith("-") || id.startsWith("@");
			return group ? control.limit(Duration.ofMinutes(1), this.limits.perGroupPerMinute()) : control;
		}

	}

}
