// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.bot;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a compared bot is started with, and the timeouts that are the same for all of
 * them.
 *
 * @param token its token
 * @param host the name by which only the proxy knows Telegram
 * @param proxyPort where an HTTP proxy listens on 127.0.0.1
 * @param sane whether its timeouts are set, or as they come
 * @param heard the file for the updates that it has heard
 */
public record BotSetup(String token, String host, int proxyPort, boolean sane, Path heard) {

	/**
	 * How long Telegram may hold a poll, in seconds.
	 */
	public static final int POLL_SECONDS = 30;

	/**
	 * For a TCP connection.
	 */
	public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

	/**
	 * For the next byte.
	 */
	public static final Duration READ_TIMEOUT = Duration.ofSeconds(POLL_SECONDS + 10);

	/**
	 * For a call as a whole: that of a poll of telegram-nopool.
	 */
	public static final Duration CALL_TIMEOUT = Duration.ofSeconds(POLL_SECONDS + 35);

	/**
	 * Read the arguments of a bot's process.
	 * @param arguments as {@link #arguments()} has them
	 * @return the setup
	 */
	public static BotSetup of(String[] arguments) {
		return new BotSetup(arguments[0], arguments[1], Integer.parseInt(arguments[2]),
				Boolean.parseBoolean(arguments[3]), Path.of(arguments[4]));
	}

	/**
	 * What to start a bot's process with.
	 * @return the arguments
	 */
	public List<String> arguments() {
		return List.of(this.token, this.host, Integer.toString(this.proxyPort), Boolean.toString(this.sane),
				this.heard.toString());
	}

	/**
	 * The proxy as the JDK names it.
	 * @return the proxy
	 */
	public Proxy proxy() {
		return new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", this.proxyPort));
	}

}
