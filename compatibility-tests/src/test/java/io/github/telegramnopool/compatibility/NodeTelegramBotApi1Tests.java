// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility;

import java.io.IOException;

/**
 * node-telegram-bot-api 1, from npm: another program than its successor of the same name.
 */
@RequiresNode
class NodeTelegramBotApi1Tests extends ClientTests {

	@Override
	PeerBot run(String url, String token) throws IOException {
		return NodeBots.run("node-telegram-bot-api-1", url, token);
	}

	@Override
	boolean tellsOfFloods() {
		return false;
	}

}
