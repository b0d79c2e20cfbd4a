// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the public API from changing unseen: what the schema changes shows up in the
 * review of one file.
 */
class ApiSignaturesTests {

	private static final Path FILE = Path.of("api-signatures.txt");

	private static final String REFRESH = "If the change is meant, write the file anew and review it: "
			+ "mvn -pl telegram-nopool-api -am test -Dapi-signatures.update=true";

	@Test
	void publicApiIsAsWrittenDown() throws IOException, URISyntaxException {
		List<String> lines = ApiSignatures.lines();
		if (Boolean.getBoolean("api-signatures.update")) {
			Files.write(FILE, lines);
		}
		List<String> written = Files.readAllLines(FILE);
		assertThat(without(written, lines)).as("Gone from the public API. " + REFRESH).isEmpty();
		assertThat(without(lines, written)).as("New in the public API. " + REFRESH).isEmpty();
		assertThat(lines).as(REFRESH).isEqualTo(written);
	}

	private static List<String> without(List<String> lines, List<String> others) {
		List<String> rest = new ArrayList<>(lines);
		rest.removeAll(new HashSet<>(others));
		return rest;
	}

}
