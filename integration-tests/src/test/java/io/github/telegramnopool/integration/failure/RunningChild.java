// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import io.github.telegramnopool.integration.ChildBot;
import io.github.telegramnopool.integration.EchoApplication;
import io.github.telegramnopool.integration.RunningBot;

/**
 * The echo bot, about to be started in a JVM of its own.
 */
record RunningChild(RunningBot.Settings settings) {

	/**
	 * A busy machine takes its time to start a JVM.
	 */
	static final Duration START = Duration.ofSeconds(40);

	ChildBot run(Path directory, String... options) throws IOException {
		return ChildBot.run(directory, EchoApplication.class, this.settings.properties(), options);
	}

}
