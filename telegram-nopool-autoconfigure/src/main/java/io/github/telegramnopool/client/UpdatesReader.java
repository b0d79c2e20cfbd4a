// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.method.GetUpdates;
import io.github.telegramnopool.api.model.Update;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.transport.HttpAnswer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the answer to {@code getUpdates}: in one pass, or each update apart from its
 * neighbours.
 */
final class UpdatesReader {

	/**
	 * That of who asks, whom users know.
	 */
	private static final Log logger = LogFactory.getLog(UpdateSource.class);

	private static final Pattern ID = Pattern.compile("\\d{1,18}|\"\\d{1,18}\"");

	private final AnswerReader reader;

	private final JsonMapper mapper;

	private final JavaType updateType;

	private final UpdateBatch batches;

	private final AtomicBoolean noIdTold = new AtomicBoolean();

	UpdatesReader(AnswerReader reader, JsonMapper mapper) {
		this.reader = reader;
		this.mapper = mapper;
		this.updateType = mapper.constructType(Update.class);
		this.batches = new UpdateBatch(mapper);
	}

	List<ReceivedUpdate> read(GetUpdates method, HttpAnswer answer) {
		List<ReceivedUpdate> updates = (answer.status() < 400) ? this.batches.read(answer.body()) : null;
		return (updates != null) ? updates : oneByOne(method, answer);
	}

	/**
	 * Tell of an update that is too large to be taken, by the beginning of the answer
	 * that holds it.
	 * @return the update, none if the beginning does not name it
	 */
	List<ReceivedUpdate> oversized(byte[] beginning) {
		Long id = this.batches.firstId(beginning);
		if (id == null) {
			return List.of();
		}
		logger.error("Update %d is larger than can be taken and is skipped".formatted(id));
		return List.of(ReceivedUpdate.unreadable(id, "it is larger than can be taken",
				() -> new String(beginning, StandardCharsets.UTF_8)));
	}

	/**
	 * Read each update by itself, so that whatever is in one costs no other.
	 */
	private List<ReceivedUpdate> oneByOne(GetUpdates method, HttpAnswer answer) {
		JsonSlice result = this.reader.result(method, answer);
		if (!result.isList()) {
			throw new OutcomeUnknownException(method.methodName(), "the result is not a list of updates");
		}
		List<JsonSlice> elements = result.elements();
		List<ReceivedUpdate> updates = new ArrayList<>(elements.size());
		for (JsonSlice element : elements) {
			ReceivedUpdate update = update(element);
			if (update != null) {
				updates.add(update);
			}
			else {
				tellOfNoId();
			}
		}
		if (updates.isEmpty() && !elements.isEmpty()) {
			throw new OutcomeUnknownException(method.methodName(), "no update has an update_id");
		}
		return updates;
	}

	/**
	 * Once, since it comes again with each poll until the server forgets it.
	 */
	private void tellOfNoId() {
		if (this.noIdTold.compareAndSet(false, true)) {
			logger.warn("An update without an update_id was passed over: it can be neither told nor confirmed");
		}
	}

	private @Nullable ReceivedUpdate update(JsonSlice element) {
		try {
			@Nullable Update update = element.read(this.mapper, this.updateType);
			return (update != null && update.updateId() != 0)
					? ReceivedUpdate.readable(update.updateId(), update, element::text, this.mapper) : null;
		}
		catch (JacksonException ex) {
			Map<String, JsonSlice> properties = element.properties();
			JsonSlice id = (properties != null) ? properties.get("update_id") : null;
			return (id != null && ID.matcher(id.text()).matches()) ? ReceivedUpdate
				.unreadable(Long.parseLong(id.text().replace("\"", "")), BotApiJson.problem(ex), element::text) : null;
		}
	}

}
