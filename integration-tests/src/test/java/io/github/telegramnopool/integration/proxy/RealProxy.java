package io.github.telegramnopool.integration.proxy;

/**
 * The proxies that a bot has to get through, for use as the source of a parameterized
 * test. A test class that starts one carries
 * {@code @Testcontainers(disabledWithoutDocker = true)}.
 *
 * <pre class="code">
 * try (ProxyContainer proxy = kind.start()) {
 *     ... // a server on proxy.hostAddress(), a bot with telegram.proxy.url=proxy.url()
 *     assertThat(proxy.tunnels()).contains("api.telegram.test:" + port);
 * }
 * </pre>
 */
enum RealProxy {

	SQUID(ProxyProgram.SQUID, false),

	SQUID_BASIC(ProxyProgram.SQUID, true),

	MICROSOCKS(ProxyProgram.MICROSOCKS, false),

	MICROSOCKS_PASSWORD(ProxyProgram.MICROSOCKS, true);

	private final ProxyProgram program;

	private final boolean passwordRequired;

	RealProxy(ProxyProgram program, boolean passwordRequired) {
		this.program = program;
		this.passwordRequired = passwordRequired;
	}

	ProxyProgram program() {
		return this.program;
	}

	boolean passwordRequired() {
		return this.passwordRequired;
	}

	ProxyContainer start() {
		ProxyContainer container = new ProxyContainer(this);
		container.start();
		return container;
	}

}
