package io.github.telegramnopool.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * A bot as {@code getMe} describes it.
 */
record BotDescription(SimulatedBot bot) {

	ObjectNode toJson() {
		return this.bot.self()
			.put("can_join_groups", true)
			.put("can_read_all_group_messages", false)
			.put("supports_inline_queries", false)
			.put("can_connect_to_business", false)
			.put("has_main_web_app", false);
	}

}
