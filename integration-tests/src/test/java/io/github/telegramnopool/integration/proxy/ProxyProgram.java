package io.github.telegramnopool.integration.proxy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * The programs that we test with, each with a Dockerfile of its own in the test
 * resources.
 */
enum ProxyProgram {

	/**
	 * An HTTP proxy. It records a tunnel when the tunnel ends.
	 */
	SQUID("squid", "http", 3128, "TCP_TUNNEL\\w*/200 \\d+ CONNECT (\\S+)"),

	/**
	 * A SOCKS5 proxy. It records a tunnel when the tunnel begins.
	 */
	MICROSOCKS("microsocks", "socks5", 1080, "connected to (\\S+)");

	private final String scheme;

	private final int port;

	private final Pattern tunnel;

	private final ImageFromDockerfile image;

	ProxyProgram(String name, String scheme, int port, String tunnel) {
		this.scheme = scheme;
		this.port = port;
		this.tunnel = Pattern.compile(tunnel);
		// Kept after the tests, so that only the first run installs packages
		this.image = new ImageFromDockerfile("telegram-nopool/" + name, false)
			.withFileFromClasspath(".", "docker/" + name)
			// Where the machine reaches Debian's packages, the build does too
			.withBuildImageCmdModifier((build) -> build.withNetworkMode("host"));
	}

	String scheme() {
		return this.scheme;
	}

	int port() {
		return this.port;
	}

	ImageFromDockerfile image() {
		return this.image;
	}

	List<String> tunnels(String accessLog) {
		return this.tunnel.matcher(accessLog).results().map((MatchResult line) -> line.group(1)).toList();
	}

}
