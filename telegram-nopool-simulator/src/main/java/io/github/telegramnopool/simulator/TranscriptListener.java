package io.github.telegramnopool.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * Told about every message of every chat, as it is said.
 */
@FunctionalInterface
interface TranscriptListener {

	void said(SimulatedBot bot, long chatId, ObjectNode message);

}
