// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.netty.util.NetUtil;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Finds the addresses of whom to connect to, in the order in which to try them: IPv4
 * first, since an IPv6 route that leads nowhere is common and costs a timeout, then the
 * family that has worked; those that have failed last.
 * <p>
 * The name is looked up for each connection anew, unless it just is, off the event loops.
 */
final class AddressBook {

	private static final int MOST_FAILED = 256;

	private final NameService names;

	private final Scheduler threads;

	/**
	 * Addresses that have failed and not worked since, the latest last.
	 */
	private final Set<InetAddress> failed = Collections.newSetFromMap(new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<InetAddress, Boolean> eldest) {
			return size() > MOST_FAILED;
		}

	});

	/**
	 * Names that were reached by IPv6.
	 */
	private final Set<String> reachedByIpv6 = new HashSet<>();

	/**
	 * Shared, so that one name that is not found for long takes up one thread only.
	 */
	private final Map<String, Mono<InetAddress[]>> lookups = new ConcurrentHashMap<>();

	AddressBook(NameService names, Scheduler threads) {
		this.names = names;
		this.threads = threads;
	}

	/**
	 * Find the addresses of a name.
	 * @return at least one address, or an {@link java.net.UnknownHostException
	 * UnknownHostException}
	 */
	Mono<List<InetSocketAddress>> find(InetSocketAddress peer) {
		String host = peer.getHostString();
		InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
		return (literal != null) ? Mono.just(List.of(new InetSocketAddress(literal, peer.getPort())))
				: Mono.defer(() -> lookUp(host)).map((found) -> inOrder(host, found, peer.getPort()));
	}

	private Mono<InetAddress[]> lookUp(String host) {
		return this.lookups.computeIfAbsent(host,
				(name) -> Mono.fromCallable(() -> this.names.lookUp(name))
					.subscribeOn(this.threads)
					.doOnTerminate(() -> this.lookups.remove(name))
					.cache());
	}

	private synchronized List<InetSocketAddress> inOrder(String host, InetAddress[] found, int port) {
		boolean ipv6 = this.reachedByIpv6.contains(host);
		List<InetAddress> failed = new ArrayList<>(this.failed);
		return Arrays.stream(found)
			.distinct()
			.sorted(Comparator.<InetAddress>comparingInt(failed::indexOf)
				.thenComparing((address) -> (address instanceof Inet4Address) == ipv6))
			.map((address) -> new InetSocketAddress(address, port))
			.toList();
	}

	synchronized void worked(String host, InetSocketAddress address) {
		this.failed.remove(address.getAddress());
		if (address.getAddress() instanceof Inet4Address) {
			this.reachedByIpv6.remove(host);
		}
		else {
			this.reachedByIpv6.add(host);
		}
	}

	synchronized void failed(InetSocketAddress address) {
		this.failed.remove(address.getAddress());
		this.failed.add(address.getAddress());
	}

}
