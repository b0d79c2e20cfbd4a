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

	@Override
	boolean survivesConflicts() {
		return false;
	}

}
