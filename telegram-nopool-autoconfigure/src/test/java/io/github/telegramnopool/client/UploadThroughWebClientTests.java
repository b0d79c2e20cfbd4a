// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import io.github.telegramnopool.transport.ClientCustomizers;
import io.github.telegramnopool.transport.TransportFixtures;

/**
 * Tests for uploads when somebody has changed the {@code WebClient}.
 */
class UploadThroughWebClientTests extends UploadTests {

	@Override
	ClientCustomizers customizers() {
		return TransportFixtures.throughTheWebClient();
	}

}
