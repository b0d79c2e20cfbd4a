// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.peer;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a library is opened with.
 *
 * @param telegram where Telegram is
 * @param proxy an HTTP or SOCKS5 proxy on the way, or {@code null}
 * @param polls whether it hears updates
 * @param tuned whether its timeouts are set, or as they come
 * @param properties of telegram-nopool, beside those that say all this
 */
public record PeerSetup(URI telegram, @Nullable URI proxy, boolean polls, boolean tuned,
		Map<String, String> properties) {

	/**
	 * The bot that all are.
	 */
	public static final String TOKEN = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcX";

	/**
	 * How long Telegram may hold a poll, in seconds, where the library lets it be set.
	 */
	public static final int POLL_SECONDS = 30;

	/**
	 * For a TCP connection, as in telegram-nopool.
	 */
	public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

	/**
	 * For the next byte: as long as a poll, and the time that telegram-nopool gives a
	 * proxy or a handshake.
	 */
	public static final Duration READ_TIMEOUT = Duration.ofSeconds(POLL_SECONDS + 10);

	/**
	 * For a call as a whole, as in telegram-nopool.
	 */
	public static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);

	/**
	 * Read what a process was started with, and what it is to open.
	 * @param arguments {@code tuned}, and settings as {@code name=value}
	 * @param telegram the URL of Telegram
	 * @param proxy the URL of the proxy, or a dash
	 * @param polls {@code polls}, or another word
	 * @return the setup
	 */
	static PeerSetup of(String[] arguments, String telegram, String proxy, String polls) {
		boolean tuned = false;
		Map<String, String> properties = new LinkedHashMap<>();
		for (String argument : arguments) {
			int equals = argument.indexOf('=');
			if (equals > 0) {
				properties.put(argument.substring(0, equals), argument.substring(equals + 1));
			}
			tuned = tuned || argument.equals("tuned");
		}
		return new PeerSetup(URI.create(telegram), proxy.equals("-") ? null : URI.create(proxy), polls.equals("polls"),
				tuned, properties);
	}

	/**
	 * The proxy as the JDK names it.
	 * @return the proxy, or none
	 */
	public Proxy javaProxy() {
		if (this.proxy == null) {
			return Proxy.NO_PROXY;
		}
		return new Proxy(isSocks(this.proxy) ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
				new InetSocketAddress(this.proxy.getHost(), this.proxy.getPort()));
	}

	/**
	 * Tell the JVM of the proxy, for libraries that find it there.
	 */
	public void setSystemProxy() {
		System.clearProperty("https.proxyHost");
		System.clearProperty("socksProxyHost");
		if (this.proxy != null) {
			String kind = isSocks(this.proxy) ? "socksProxy" : "https.proxy";
			System.setProperty(kind + "Host", this.proxy.getHost());
			System.setProperty(kind + "Port", Integer.toString(this.proxy.getPort()));
			// Telegram is on this machine, for which proxies are left out
			System.setProperty("http.nonProxyHosts", "");
			System.setProperty("socksNonProxyHosts", "");
		}
	}

	private static boolean isSocks(URI proxy) {
		return proxy.getScheme().toLowerCase(Locale.ROOT).startsWith("socks");
	}

}
