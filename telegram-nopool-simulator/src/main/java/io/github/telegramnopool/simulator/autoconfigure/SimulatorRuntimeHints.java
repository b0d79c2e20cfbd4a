// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * The files that a native image has to keep for the simulator: its chat page, and the Bot
 * API's schema.
 */
final class SimulatorRuntimeHints implements RuntimeHintsRegistrar {

	private static final String FOLDER = "io/github/telegramnopool/simulator/";

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern(FOLDER + "page/*").registerPattern(FOLDER + "schema.json");
	}

}
