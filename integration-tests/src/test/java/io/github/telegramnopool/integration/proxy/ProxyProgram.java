// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * The programs that we test with, all in one image. What each does with a configuration
 * that allows it, see the directory of its name in the test resources.
 */
public enum ProxyProgram {

	/**
	 * Records a tunnel when the tunnel ends.
	 */
	SQUID(Set.of(3128), Log.TUNNELS, "TCP_TUNNEL\\w*/200 \\d+ CONNECT (\\S+):(\\d+)"),

	/**
	 * Takes letters, digits and few other characters in a password.
	 */
	TINYPROXY(Set.of(3128), Log.REQUESTS, "CONNECT (\\S+):(\\d+) HTTP"),

	PRIVOXY(Set.of(3128), Log.REQUESTS, "Request: (\\S+):(\\d+)/"),

	DANTE(Set.of(1080), Log.ADDRESSES, "pass\\(\\d\\): tcp/connect \\[: .* (\\S+)\\.(\\d+)"),

	/**
	 * Records a tunnel when the tunnel begins.
	 */
	MICROSOCKS(Set.of(1080), Log.TUNNELS, "connected to (\\S+):(\\d+)"),

	SSH(Set.of(1080), Log.REQUESTS, "dynamic request: \\S+ host (\\S+) port (\\d+)"),

	V2RAY(Set.of(1080, 3128), Log.REQUESTS, "accepted (?:tcp:|//)(\\S+):(\\d+)"),

	SHADOWSOCKS(Set.of(1080), Log.REQUESTS, "\\[8388] connect to (\\S+):(\\d+)"),

	/**
	 * Passes everything on to another proxy, on port 8443 out of TLS, and knows no
	 * targets.
	 */
	HAPROXY(Set.of(1080, 3128, 8443), Log.NOTHING, "(?!)");

	// Kept after the tests, so that only the first run installs packages
	private static final ImageFromDockerfile IMAGE = new ImageFromDockerfile("telegram-nopool/proxies", false)
		.withFileFromClasspath(".", "docker/proxies")
		// Where the machine reaches Debian's packages, the build does too
		.withBuildImageCmdModifier((build) -> build.withNetworkMode("host"));

	private final Set<Integer> ports;

	private final Log log;

	private final Pattern tunnel;

	ProxyProgram(Set<Integer> ports, Log log, String tunnel) {
		this.ports = ports;
		this.log = log;
		this.tunnel = Pattern.compile(tunnel);
	}

	static ImageFromDockerfile image() {
		return IMAGE;
	}

	/**
	 * Name of its directory in the test resources.
	 */
	String directory() {
		return name().toLowerCase(Locale.ROOT);
	}

	Set<Integer> ports() {
		return this.ports;
	}

	Log log() {
		return this.log;
	}

	/**
	 * A password that has to be encoded in a URL, so that every use of it shows that it
	 * is decoded.
	 */
	String password() {
		return (this == TINYPROXY) ? "s3cret_w.rd-" : "p@ss:w/rd";
	}

	List<String> tunnels(String accessLog) {
		return this.tunnel.matcher(accessLog)
			.results()
			.map((MatchResult line) -> line.group(1) + ":" + line.group(2))
			.toList();
	}

	/**
	 * What an access log tells.
	 */
	enum Log {

		/**
		 * Each tunnel that was opened, as it was asked for.
		 */
		TUNNELS,

		/**
		 * Each tunnel that was asked for, opened or not.
		 */
		REQUESTS,

		/**
		 * The address that each tunnel led to, not the name that was asked for.
		 */
		ADDRESSES,

		/**
		 * No targets at all.
		 */
		NOTHING

	}

}
