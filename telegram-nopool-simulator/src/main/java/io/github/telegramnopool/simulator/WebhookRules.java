// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * Which webhooks a server accepts, and whether it calls them.
 * <p>
 * Telegram accepts only what is public, and the simulator reaches nothing of that: it
 * takes the setting, lets updates wait, and resolves no name. A webhook of a test is
 * called where any address is accepted, as by a local Bot API server.
 *
 * @param anyAddress whether http, any port and any address will do
 * @param defaultConnections how many connections a webhook gets that does not say
 * @param maxConnections how many it may ask for
 */
record WebhookRules(boolean anyAddress, int defaultConnections, int maxConnections) {

	static final WebhookRules CLOUD = new WebhookRules(false, 40, 100);

	static final WebhookRules LOCAL = new WebhookRules(true, 100, 100_000);

	private static final Set<Integer> PORTS = Set.of(80, 88, 443, 8443);

	private static final String IPV4_ONLY = "IPv6-only addresses are not allowed";

	/**
	 * The blocks of {@code IPAddress::is_reserved}.
	 */
	private static final List<IpSubnetFilterRule> RESERVED = Stream
		.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
				"192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
				"203.0.113.0/24", "224.0.0.0/3")
		.map((block) -> new IpSubnetFilterRule(block, IpFilterRuleType.REJECT))
		.toList();

	WebhookRules withAnyAddress() {
		return new WebhookRules(true, this.defaultConnections, this.maxConnections);
	}

	/**
	 * What is wrong with an address ({@code WebhookActor::start_up} and
	 * {@code check_ip_address}).
	 * @param fixed the address that the request names, or empty
	 * @return the words for it, or {@code null} if nothing is
	 */
	@Nullable String problem(WebhookUrl url, String fixed) {
		if (!this.anyAddress && !url.https()) {
			return "An HTTPS URL must be provided for webhook";
		}
		if (!this.anyAddress && !PORTS.contains(url.port())) {
			return "Webhook can be set up only on ports 80, 88, 443 or 8443";
		}
		InetAddress address = address(fixed.isEmpty() ? url.host() : fixed);
		if (address == null) {
			return fixed.isEmpty() ? null : "Invalid IP address specified";
		}
		return this.anyAddress ? null : problem(address);
	}

	/**
	 * An address, or {@code null} if it is a name to be looked up.
	 */
	private static @Nullable InetAddress address(String host) {
		return NetUtil.createInetAddressFromIpAddressString(host.equals("localhost") ? "127.0.0.1" : host);
	}

	private static @Nullable String problem(InetAddress address) {
		if (!(address instanceof Inet4Address)) {
			return IPV4_ONLY;
		}
		InetSocketAddress asked = new InetSocketAddress(address, 0);
		boolean reserved = RESERVED.stream().anyMatch((block) -> block.matches(asked));
		return reserved ? "IP address " + address.getHostAddress() + " is reserved" : null;
	}

}
