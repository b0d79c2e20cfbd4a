// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility;

import java.io.IOException;

/**
 * TelegramBots.
 */
class TelegramBotsTests extends ClientTests {

	@Override
	PeerBot run(String url, String token) throws IOException {
		return JavaBots.telegramBots(url, token);
	}

	/**
	 * Its poller knows no more than the status line.
	 */
	@Override
	String conflict() {
		return "Conflict";
	}

}
