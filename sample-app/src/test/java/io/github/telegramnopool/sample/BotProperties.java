// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The properties that there are, as their metadata tells.
 */
final class BotProperties {

	private final String metadata;

	private BotProperties(String metadata) {
		this.metadata = metadata;
	}

	static BotProperties load() {
		String location = "classpath*:META-INF/spring-configuration-metadata.json";
		StringBuilder metadata = new StringBuilder();
		try {
			for (Resource resource : new PathMatchingResourcePatternResolver().getResources(location)) {
				metadata.append(resource.getContentAsString(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new BotProperties(metadata.toString());
	}

	boolean contain(String name) {
		return this.metadata.contains("\"name\": \"" + name.replaceAll("\\[\\d+]$", "") + "\"");
	}

}
