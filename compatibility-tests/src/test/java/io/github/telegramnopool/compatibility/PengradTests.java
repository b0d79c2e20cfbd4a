// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility;

import java.io.IOException;

/**
 * pengrad's java-telegram-bot-api.
 */
class PengradTests extends ClientTests {

	@Override
	PeerBot run(String url, String token) throws IOException {
		return JavaBots.pengrad(url, token);
	}

}
