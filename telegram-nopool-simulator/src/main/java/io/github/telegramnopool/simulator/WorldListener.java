// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * Told of everything that somebody who looks at a bot's chats would see, as it happens.
 */
@FunctionalInterface
interface WorldListener {

	/**
	 * Something has happened.
	 * @param event its kind, as {@code message} or {@code deleted}
	 * @param detail what belongs to the kind; not to be changed
	 */
	void happened(SimulatedBot bot, String event, long chatId, ObjectNode detail);

}
