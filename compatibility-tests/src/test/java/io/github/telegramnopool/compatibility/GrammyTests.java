// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility;

import java.io.IOException;

/**
 * grammY, from npm.
 */
@RequiresNode
class GrammyTests extends ClientTests {

	@Override
	PeerBot run(String url, String token) throws IOException {
		return NodeBots.run("grammy", url, token);
	}

	@Override
	boolean survivesConflicts() {
		return false;
	}

}
