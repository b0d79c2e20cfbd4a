// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * A webhook's URL taken apart as {@code td::parse_url} does; {@code https} is assumed.
 *
 * @param https whether it is to be reached by TLS
 * @param userInfo what goes into the {@code Authorization} header, or empty
 * @param host name or address, an address of IPv6 without its brackets
 * @param port the port, given or usual
 * @param target path and query
 */
record WebhookUrl(boolean https, String userInfo, String host, int port, String target) {

	private static final Pattern URL = Pattern.compile("(?:([^:/?#@\\[\\]]*)://)?([^/?#]*)(.*)", Pattern.DOTALL);

	private static final Pattern AUTHORITY = Pattern.compile("(?:(.*)@)?(\\[[^@]*]|[^@:\\[\\]]*)(?::([0-9]+))?");

	private static final Pattern HOST = Pattern
		.compile("(?:[A-Za-z0-9._!$,~*'();&+=-]|%[0-9A-Fa-f]{2}|[^\\x00-\\x7f])+");

	private static final int MAX_PORT = 65535;

	/**
	 * Take a URL apart.
	 * @return its parts, or {@code null} if it is none
	 */
	static @Nullable WebhookUrl parse(String url) {
		Matcher parts = URL.matcher(url);
		Matcher authority = AUTHORITY.matcher(parts.matches() ? parts.group(2) : "");
		String scheme = (parts.group(1) != null) ? parts.group(1) : "https";
		boolean https = scheme.equalsIgnoreCase("https");
		if (!(https || scheme.equalsIgnoreCase("http")) || !authority.matches()) {
			return null;
		}
		int port = port(authority.group(3), https);
		String host = host(authority.group(2).toLowerCase(Locale.ROOT));
		if (port == 0 || host == null) {
			return null;
		}
		String userInfo = (authority.group(1) != null) ? authority.group(1) : "";
		return new WebhookUrl(https, userInfo, host, port, target(parts.group(3).stripTrailing()));
	}

	/**
	 * What the {@code Host} header says.
	 */
	String authority() {
		String name = this.host.contains(":") ? "[" + this.host + "]" : this.host;
		return (this.port == (this.https ? 443 : 80)) ? name : name + ":" + this.port;
	}

	private static int port(@Nullable String digits, boolean https) {
		if (digits == null) {
			return https ? 443 : 80;
		}
		String number = digits.replaceFirst("^0+", "");
		int port = number.matches("[0-9]{1,5}") ? Integer.parseInt(number) : 0;
		return (port <= MAX_PORT) ? port : 0;
	}

	private static @Nullable String host(String host) {
		if (host.startsWith("[")) {
			String address = host.substring(1, host.length() - 1);
			return NetUtil.isValidIpV6Address(address) ? address : null;
		}
		return (HOST.matcher(host).matches() && !host.equals(".")) ? host : null;
	}

	private static String target(String rest) {
		StringBuilder target = new StringBuilder(rest.startsWith("/") ? "" : "/");
		rest.chars().forEach((c) -> target.append((c <= ' ') ? "%%%02X".formatted(c) : String.valueOf((char) c)));
		return target.toString();
	}

}
