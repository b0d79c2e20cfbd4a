// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SimulatorRuntimeHints}.
 */
class SimulatorRuntimeHintsTests {

	private static final String FOLDER = "io/github/telegramnopool/simulator/";

	@Test
	void areFoundBySpring() {
		assertThat(SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)).hasAtLeastOneElementOfType(SimulatorRuntimeHints.class);
	}

	@Test
	void keepTheSchemaAndEveryFileOfTheChatPage() throws IOException {
		RuntimeHints hints = new RuntimeHints();
		new SimulatorRuntimeHints().registerHints(hints, getClass().getClassLoader());
		Resource[] page = new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "page/**");
		assertThat(page).filteredOn(Resource::isReadable)
			.hasSizeGreaterThan(20)
			.filteredOn((file) -> !RuntimeHintsPredicates.resource()
				.forResource(FOLDER + "page/" + file.getFilename())
				.test(hints))
			.isEmpty();
		assertThat(RuntimeHintsPredicates.resource().forResource(FOLDER + "schema.json")).accepts(hints);
	}

}
