// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Where the proxy takes its clients: names that only it knows, and names that it refuses.
 */
final class RouteTable {

	private final Map<String, InetSocketAddress> routes = new ConcurrentHashMap<>();

	private final Set<String> denied = ConcurrentHashMap.newKeySet();

	void route(String host, InetSocketAddress target) {
		this.routes.put(key(host), target);
	}

	void deny(String host) {
		this.denied.add(key(host));
	}

	@Nullable InetSocketAddress find(String host) {
		return this.routes.get(key(host));
	}

	boolean isDenied(String host) {
		return this.denied.contains(key(host));
	}

	private static String key(String host) {
		return host.toLowerCase(Locale.ROOT);
	}

}
