// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility;

import java.io.IOException;

/**
 * telegraf, from npm.
 */
@RequiresNode
class TelegrafTests extends ClientTests {

	@Override
	PeerBot run(String url, String token) throws IOException {
		return NodeBots.run("telegraf", url, token);
	}

	/**
	 * It hides buttons by itself, and sends that along.
	 */
	@Override
	String ownField() {
		return "].hide";
	}

	@Override
	boolean survivesConflicts() {
		return false;
	}

}
