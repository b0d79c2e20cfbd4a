package io.github.telegramnopool.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.model.Update;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an answer to {@code getUpdates} as {@link UpdateSource} does, for those outside
 * of its package.
 */
public final class ReceivedBatch {

	private static final JsonMapper MAPPER = BotApiJson.mapper();

	private static final JavaType UPDATE = MAPPER.constructType(Update.class);

	private ReceivedBatch() {
	}

	/**
	 * Read an answer.
	 * @param answer the body of the answer
	 * @return its updates
	 */
	public static List<Update> read(byte[] answer) {
		Map<String, JsonSlice> envelope = Objects.requireNonNull(JsonSlice.of(answer)).properties();
		List<JsonSlice> elements = Objects.requireNonNull(Objects.requireNonNull(envelope).get("result")).elements();
		List<Update> updates = new ArrayList<>(elements.size());
		for (JsonSlice element : elements) {
			updates.add(element.read(MAPPER, UPDATE));
		}
		return updates;
	}

}
