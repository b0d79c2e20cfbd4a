// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.durable;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out what a database is needed for, unless the application has one: all tests
 * share a class path.
 */
final class OnlyWithDatabase implements AutoConfigurationImportFilter, EnvironmentAware {

	private @Nullable Environment environment;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
		boolean database = this.environment != null && this.environment.containsProperty("spring.datasource.url");
		boolean[] matches = new boolean[names.length];
		for (int i = 0; i < names.length; i++) {
			matches[i] = database || !needsDatabase(String.valueOf(names[i]));
		}
		return matches;
	}

	private static boolean needsDatabase(String name) {
		return Stream
			.of("org.springframework.modulith.", "org.springframework.boot.jdbc.",
					"org.springframework.boot.transaction.")
			.anyMatch(name::startsWith);
	}

}
