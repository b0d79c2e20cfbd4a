// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.junit.jupiter.Testcontainers;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every proxy that people have, in every case, and the table of what comes of it.
 */
@Tag("long")
@Testcontainers(disabledWithoutDocker = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProxyMatrixTests {

	private static final ProxyMatrix matrix = new ProxyMatrix(List.of(RealProxy.values()),
			Stream.of(ProxyCase.values()).map(ProxyCase::title).toList());

	private static @Nullable ProxyContainer running;

	@AfterAll
	static void stop() {
		if (running != null) {
			running.close();
			running = null;
		}
	}

	@Test
	@Order(1)
	void apiHostIsUnknownOutsideTheProxies() {
		assertThatExceptionOfType(UnknownHostException.class)
			.isThrownBy(() -> InetAddress.getByName(ProxyContainer.API_HOST));
	}

	@ParameterizedTest
	@MethodSource("cells")
	@Order(2)
	void endsAsExpected(RealProxy proxy, ProxyCase proxyCase) {
		String reason = proxyCase.whyNotApplicable(proxy);
		if (reason != null) {
			matrix.record(proxy, proxyCase.title(), "n/a: " + reason);
			return;
		}
		try (ProxyTrial trial = new ProxyTrial(running(proxy.program(), proxyCase.passwordRequired()), proxy)) {
			matrix.record(proxy, proxyCase.title(), trial.of(proxyCase));
		}
		catch (RuntimeException | Error ex) {
			// The next cell is not to suffer from what this one left behind
			stop();
			throw ex;
		}
	}

	@Test
	@Order(3)
	void isCompleteAndOnItsPage() throws IOException {
		matrix.assertOnPage("proxy-matrix.md");
	}

	/**
	 * Those of one container together, since starting it takes longer than most cells.
	 */
	static Stream<Arguments> cells() {
		Comparator<Object[]> byContainer = Comparator.comparing((Object[] cell) -> ((RealProxy) cell[0]).program())
			.thenComparing((cell) -> ((ProxyCase) cell[1]).passwordRequired());
		return Stream.of(RealProxy.values())
			.flatMap((proxy) -> Stream.of(ProxyCase.values()).map((proxyCase) -> new Object[] { proxy, proxyCase }))
			.sorted(byContainer)
			.map(Arguments::of);
	}

	private static ProxyContainer running(ProxyProgram program, boolean passwordRequired) {
		ProxyContainer container = running;
		if (container == null || !container.runs(program, passwordRequired)) {
			stop();
			container = passwordRequired ? ProxyContainer.withPassword(program) : ProxyContainer.open(program);
			running = container;
		}
		return container;
	}

}
