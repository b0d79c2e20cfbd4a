// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;

import io.github.telegramnopool.simulator.RawConnection;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a client notices of a fault.
 */
final class ClientView {

	private ClientView() {
	}

	static void assertSilent(RawConnection connection) throws IOException {
		connection.socket().setSoTimeout(200);
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(connection::readByte);
		connection.socket().setSoTimeout(10_000);
	}

	static void assertReset(RawConnection connection) {
		assertThatExceptionOfType(SocketException.class).isThrownBy(connection::readByte)
			.withMessageContaining("reset");
	}

}
