// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.util.ArrayList;
import java.util.List;

import io.github.telegramnopool.api.model.Update;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an answer with updates in one pass, as long as there is nothing unusual about it.
 * That is nearly always so, and spares looking for the ends of the updates first.
 */
final class UpdateBatch {

	private final JsonMapper mapper;

	private final ObjectReader update;

	UpdateBatch(JsonMapper mapper) {
		this.mapper = mapper;
		this.update = mapper.readerFor(Update.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
	}

	/**
	 * Read an answer.
	 * @param answer the body of a successful answer
	 * @return its updates, or {@code null} if it has to be looked at more closely
	 */
	@Nullable List<ReceivedUpdate> read(byte[] answer) {
		try (JsonParser in = this.mapper.createParser(answer)) {
			if (!beginsWithList(in)) {
				return null;
			}
			List<ReceivedUpdate> updates = new ArrayList<>();
			while (in.nextToken() == JsonToken.START_OBJECT) {
				int begin = (int) in.currentTokenLocation().getByteOffset();
				Update update = this.update.readValue(in);
				if (update == null || update.updateId() == 0) {
					return null;
				}
				JsonSlice json = new JsonSlice(answer, begin, (int) in.currentLocation().getByteOffset());
				updates.add(ReceivedUpdate.readable(update.updateId(), update, json::text, this.mapper));
			}
			boolean whole = in.currentToken() == JsonToken.END_ARRAY && in.nextToken() == JsonToken.END_OBJECT
					&& in.nextToken() == null;
			return whole ? updates : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Find the first update of an answer that may not be whole.
	 * @return its identifier, or {@code null} if it is not at the beginning
	 */
	@Nullable Long firstId(byte[] beginning) {
		try (JsonParser in = this.mapper.createParser(beginning)) {
			if (beginsWithList(in) && in.nextToken() == JsonToken.START_OBJECT) {
				String name = in.nextName();
				while (name != null) {
					JsonToken value = in.nextToken();
					if ("update_id".equals(name)) {
						return (value == JsonToken.VALUE_NUMBER_INT) ? in.getLongValue() : null;
					}
					in.skipChildren();
					name = in.nextName();
				}
			}
			return null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static boolean beginsWithList(JsonParser in) {
		return in.nextToken() == JsonToken.START_OBJECT && "ok".equals(in.nextName())
				&& in.nextToken() == JsonToken.VALUE_TRUE && "result".equals(in.nextName())
				&& in.nextToken() == JsonToken.START_ARRAY;
	}

}
