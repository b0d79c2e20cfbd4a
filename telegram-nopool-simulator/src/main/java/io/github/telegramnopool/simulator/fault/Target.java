// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import io.netty.util.NetUtil;

/**
 * Where a client wants to go, in its own words.
 *
 * @param host name or address
 * @param port the port
 * @param type how it was named
 */
record Target(String host, int port, TunnelRecord.AddressType type) {

	static final Target NONE = new Target("", 0, TunnelRecord.AddressType.NONE);

	static Target of(String host, int port) {
		if (NetUtil.isValidIpV4Address(host)) {
			return new Target(host, port, TunnelRecord.AddressType.IPV4);
		}
		boolean v6 = NetUtil.isValidIpV6Address(host);
		return new Target(host, port, v6 ? TunnelRecord.AddressType.IPV6 : TunnelRecord.AddressType.NAME);
	}

	/**
	 * Read the authority of a {@code CONNECT}.
	 * @throws IllegalArgumentException if it is no {@code host:port}
	 */
	static Target parse(String authority) {
		int colon = authority.lastIndexOf(':');
		if (colon < 1) {
			throw new IllegalArgumentException("no port in '" + authority + "'");
		}
		String host = authority.substring(0, colon);
		boolean bracketed = host.startsWith("[") && host.endsWith("]");
		return of(bracketed ? host.substring(1, host.length() - 1) : host,
				Integer.parseInt(authority.substring(colon + 1)));
	}

}
