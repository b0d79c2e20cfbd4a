// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

/**
 * Tests for {@link BotTransport} when somebody has changed the {@code WebClient}.
 */
class BotTransportThroughWebClientTests extends BotTransportTests {

	@Override
	ClientCustomizers customizers() {
		return TransportFixtures.throughTheWebClient();
	}

}
