// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure.real;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import io.github.telegramnopool.integration.proxy.ProxyMatrix;
import io.github.telegramnopool.integration.proxy.RealProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * Bots that live through the faults of real proxies, and the table of what they tell
 * meanwhile: F02, F09, F10, F13 and F14.
 */
@Tag("long")
@Testcontainers(disabledWithoutDocker = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProxyFaultTests {

	private static final List<RealProxy> PROXIES = List.of(RealProxy.SQUID, RealProxy.TINYPROXY, RealProxy.V2RAY_HTTP,
			RealProxy.DANTE, RealProxy.MICROSOCKS, RealProxy.SSH, RealProxy.V2RAY);

	private static final ProxyMatrix matrix = new ProxyMatrix(PROXIES,
			Stream.of(ProxyFault.values()).map(ProxyFault::title).toList());

	@SuppressWarnings("NullAway.Init")
	private static FaultTrials trials;

	@BeforeAll
	static void begin() {
		trials = new FaultTrials(PROXIES);
	}

	@AfterAll
	static void end() {
		trials.close();
	}

	@ParameterizedTest
	@MethodSource("cells")
	@Order(1)
	void hearsAgain(RealProxy proxy, ProxyFault fault) {
		matrix.record(proxy, fault.title(), trials.cell(proxy, fault));
	}

	@ParameterizedTest
	@MethodSource("proxies")
	@Order(2)
	void hearsEverythingOnceAndLeavesNothingOpen(RealProxy proxy) {
		trials.awaitEnd(proxy);
	}

	@Test
	@Order(3)
	void isCompleteAndOnItsPage() throws IOException {
		matrix.assertOnPage("proxy-faults.md");
	}

	static List<RealProxy> proxies() {
		return PROXIES;
	}

	static Stream<Arguments> cells() {
		return PROXIES.stream()
			.flatMap((proxy) -> Stream.of(ProxyFault.values()).map((fault) -> Arguments.of(proxy, fault)));
	}

}
