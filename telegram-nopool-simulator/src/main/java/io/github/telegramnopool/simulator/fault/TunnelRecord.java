// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one connection to the proxy.
 *
 * @param number its number, from 1
 * @param protocol what the client spoke
 * @param credentials what became of the client's credentials
 * @param host the target exactly as the client named it, or {@code null} if it never did
 * @param port the target's port, 0 if the client never named it
 * @param addressType how the target was named
 * @param established whether the tunnel stood
 * @param bytesUp bytes that the client sent into the tunnel, swallowed ones included
 * @param bytesDown bytes that the target sent into it, swallowed ones included
 * @param fault what went wrong
 * @param openedAt when the connection was accepted
 * @param closedAt when it was closed, or {@code null} while it is open
 * @since 0.1.0
 */
public record TunnelRecord(long number, Protocol protocol, Credentials credentials, @Nullable String host, int port,
		AddressType addressType, boolean established, long bytesUp, long bytesDown, Fault fault, Instant openedAt,
		@Nullable Instant closedAt) {

	/**
	 * What a client of the proxy speaks.
	 *
	 * @since 0.1.0
	 */
	public enum Protocol {

		/**
		 * Nothing was understood so far.
		 */
		UNKNOWN,

		/**
		 * HTTP {@code CONNECT}.
		 */
		HTTP,

		/**
		 * SOCKS4 or SOCKS4a.
		 */
		SOCKS4,

		/**
		 * SOCKS5, RFC 1928.
		 */
		SOCKS5,

		/**
		 * Nothing: the proxy forwards everything to one target.
		 */
		PLAIN

	}

	/**
	 * What became of a client's credentials.
	 *
	 * @since 0.1.0
	 */
	public enum Credentials {

		/**
		 * The client sent none.
		 */
		NONE,

		/**
		 * They were the right ones, or the proxy asks for none.
		 */
		ACCEPTED,

		/**
		 * They were wrong.
		 */
		REJECTED

	}

	/**
	 * How a client names a target.
	 *
	 * @since 0.1.0
	 */
	public enum AddressType {

		/**
		 * The client named none.
		 */
		NONE,

		/**
		 * A name, left to the proxy to resolve.
		 */
		NAME,

		/**
		 * An IPv4 address.
		 */
		IPV4,

		/**
		 * An IPv6 address.
		 */
		IPV6

	}

}
