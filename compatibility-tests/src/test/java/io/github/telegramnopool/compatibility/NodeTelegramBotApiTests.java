// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility;

import java.io.IOException;

/**
 * node-telegram-bot-api, from npm.
 */
@RequiresNode
class NodeTelegramBotApiTests extends ClientTests {

	@Override
	PeerBot run(String url, String token) throws IOException {
		return NodeBots.run("node-telegram-bot-api", url, token);
	}

	@Override
	boolean tellsOfFloods() {
		return false;
	}

	@Override
	boolean survivesConflicts() {
		return false;
	}

}
