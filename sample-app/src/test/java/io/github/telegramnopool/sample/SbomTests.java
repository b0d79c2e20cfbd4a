// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The sample brings a bill of materials, where Boot's endpoint {@code sbom} looks for it.
 * It is made only where Maven is online.
 */
class SbomTests {

	@Test
	void namesWhatTheSampleIsMadeOf() throws IOException {
		ClassPathResource file = new ClassPathResource("META-INF/sbom/application.cdx.json");
		assumeThat(file.exists()).as("Maven was online").isTrue();
		JsonNode sbom = new JsonMapper().readTree(file.getContentAsByteArray());
		List<String> names = sbom.path("components").valueStream().map((part) -> part.path("name").asString()).toList();
		assertThat(names).contains("telegram-nopool-starter", "telegram-nopool-simulator", "reactor-netty-http",
				"spring-boot");
		assertThat(sbom.path("components").valueStream())
			.filteredOn((part) -> part.path("name").asString().startsWith("spring-"))
			.allSatisfy((part) -> assertThat(part.path("licenses").isEmpty()).isFalse());
	}

}
