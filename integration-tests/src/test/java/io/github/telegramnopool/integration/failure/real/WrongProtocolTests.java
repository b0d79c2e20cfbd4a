// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure.real;

import java.util.stream.Stream;

import io.github.telegramnopool.integration.proxy.ProxyContainer;
import io.github.telegramnopool.integration.proxy.ProxyProgram;
import io.github.telegramnopool.integration.proxy.RealProxy;
import io.github.telegramnopool.integration.proxy.SingleTry;
import io.github.telegramnopool.transport.Phase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * F17: a protocol spoken to a real proxy that speaks another one. Some never answer, some
 * hang up, some complain: each time the user is told where to look.
 */
@Tag("long")
@Testcontainers(disabledWithoutDocker = true)
class WrongProtocolTests {

	@ParameterizedTest
	@MethodSource("mistakes")
	void namesTheType(RealProxy proxy, String scheme) {
		try (ProxyContainer container = ProxyContainer.open(proxy.program())) {
			assertTypeIsNamed(scheme, container.getHost() + ":" + container.getMappedPort(proxy.port()));
		}
	}

	/**
	 * An HTTPS proxy, which is reached by TLS.
	 */
	@Test
	void namesTheTypeWhenTheProxyIsBehindTls() {
		try (ProxyContainer container = ProxyContainer.open(ProxyProgram.TINYPROXY);
				ProxyContainer tls = ProxyContainer.inFrontOf(container, RealProxy.TINYPROXY, ProxyProgram.HAPROXY)) {
			assertTypeIsNamed("http", tls.getHost() + ":" + tls.getMappedPort(8443));
		}
	}

	private static void assertTypeIsNamed(String scheme, String address) {
		SingleTry.through(scheme + "://" + address)
			.assertTold(Phase.PROXY, scheme + " proxy " + address, "telegram.proxy.type");
	}

	static Stream<Arguments> mistakes() {
		return Stream.of(Arguments.of(RealProxy.SQUID, "socks5"), Arguments.of(RealProxy.TINYPROXY, "socks5"),
				Arguments.of(RealProxy.TINYPROXY, "socks4"), Arguments.of(RealProxy.DANTE, "http"),
				Arguments.of(RealProxy.MICROSOCKS, "http"), Arguments.of(RealProxy.SSH, "http"));
	}

}
