// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.util.Locale;

import io.github.telegramnopool.transport.ProxyType;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that people have: a program and the protocol that is spoken to it. A test
 * class that starts one carries {@code @Testcontainers(disabledWithoutDocker = true)}.
 *
 * <pre class="code">
 * try (ProxyContainer container = ProxyContainer.open(proxy.program())) {
 *     ... // a server on container.hostAddress(), a bot with telegram.proxy.url=container.url(proxy)
 *     assertThat(container.tunnels()).contains("api.telegram.test:" + port);
 * }
 * </pre>
 */
public enum RealProxy {

	SQUID("squid", ProxyProgram.SQUID, "http", null),

	TINYPROXY("tinyproxy", ProxyProgram.TINYPROXY, "http", null),

	PRIVOXY("privoxy", ProxyProgram.PRIVOXY, "http", "privoxy knows no users"),

	V2RAY_HTTP("v2ray", ProxyProgram.V2RAY, "http", null),

	DANTE("dante", ProxyProgram.DANTE, "socks5", null),

	MICROSOCKS("microsocks", ProxyProgram.MICROSOCKS, "socks5", null),

	SSH("ssh -D", ProxyProgram.SSH, "socks5", "ssh -D knows no users"),

	V2RAY("v2ray", ProxyProgram.V2RAY, "socks5", null),

	SHADOWSOCKS("shadowsocks-libev", ProxyProgram.SHADOWSOCKS, "socks5", "ss-local knows no users"),

	/**
	 * With the address of the API host instead of its name.
	 */
	DANTE_SOCKS4("dante", ProxyProgram.DANTE, "socks4", "SOCKS4 knows no passwords"),

	DANTE_SOCKS4A("dante", ProxyProgram.DANTE, "socks4a", "SOCKS4a knows no passwords"),

	SSH_SOCKS4A("ssh -D", ProxyProgram.SSH, "socks4a", "SOCKS4a knows no passwords"),

	V2RAY_SOCKS4A("v2ray", ProxyProgram.V2RAY, "socks4a", "SOCKS4a knows no passwords");

	private final String title;

	private final ProxyProgram program;

	private final String scheme;

	private final @Nullable String whyWithoutUsers;

	RealProxy(String title, ProxyProgram program, String scheme, @Nullable String whyWithoutUsers) {
		this.title = title;
		this.program = program;
		this.scheme = scheme;
		this.whyWithoutUsers = whyWithoutUsers;
	}

	public String title() {
		return this.title;
	}

	public ProxyProgram program() {
		return this.program;
	}

	public String scheme() {
		return this.scheme;
	}

	/**
	 * What messages call the protocol.
	 */
	public String protocol() {
		return ProxyType.of(this.scheme).name().toLowerCase(Locale.ROOT);
	}

	public int port() {
		return this.scheme.equals("http") ? 3128 : 1080;
	}

	/**
	 * Why it asks nobody for a password, or {@code null} if it can.
	 */
	@Nullable String whyWithoutUsers() {
		return this.whyWithoutUsers;
	}

	/**
	 * Whether targets can be named to it; else they have to be addresses.
	 */
	boolean takesNames() {
		return this != DANTE_SOCKS4;
	}

	/**
	 * Whether it opens any tunnel at all.
	 */
	boolean opensTunnels() {
		return this != DANTE_SOCKS4A;
	}

}
