// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a user wrote or sent.
 *
 * @param updateId the update made of it, or 0
 * @param message the message
 */
record WrittenMessage(int updateId, ObjectNode message) {

}
