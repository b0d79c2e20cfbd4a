// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import javax.net.ssl.SSLHandshakeException;

/**
 * The TLS handshake has not ended in time. Netty has one of its own, for its own timer.
 */
@SuppressWarnings("serial")
final class LateHandshakeException extends SSLHandshakeException {

	LateHandshakeException() {
		super("The handshake has not ended in time");
	}

}
