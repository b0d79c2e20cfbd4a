// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer to {@code getUpdates} with the updates of everyday life: messages, commands,
 * pressed buttons, albums, members that come and go.
 */
final class MixedUpdates {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final String EVERYDAY = "updates/everyday/";

	private MixedUpdates() {
	}

	static byte[] answer(int count) {
		List<String> files = files();
		ObjectNode answer = MAPPER.createObjectNode().put("ok", true);
		for (int i = 0; i < count; i++) {
			ObjectNode update = (ObjectNode) json(files.get(i % files.size()));
			answer.withArray("result").add(update.put("update_id", 1 + i));
		}
		return MAPPER.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
	}

	private static List<String> files() {
		List<String> files = new ArrayList<>();
		for (JsonNode sample : json("index.json")) {
			String file = sample.path("file").asString();
			if (file.startsWith(EVERYDAY)) {
				files.add(file);
			}
		}
		return files;
	}

	private static JsonNode json(String file) {
		try (InputStream in = MixedUpdates.class.getResourceAsStream("/samples/" + file)) {
			return MAPPER.readTree(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
