package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.method.GetUpdates;
import io.github.telegramnopool.api.model.Update;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.transport.HttpAnswer;
import io.github.telegramnopool.transport.PhaseTimes;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the poller calls: each method exactly once, since the poller repeats by itself,
 * and each update read apart from its neighbours.
 *
 * @since 0.1.0
 */
public final class UpdateSource {

	private static final Log logger = LogFactory.getLog(UpdateSource.class);

	private final SingleCall calls;

	private final AnswerReader reader;

	private final JsonMapper mapper;

	private final Supplier<PhaseTimes> times;

	UpdateSource(SingleCall calls, AnswerReader reader, JsonMapper mapper, Supplier<PhaseTimes> times) {
		this.times = times;
		this.calls = calls;
		this.reader = reader;
		this.mapper = mapper;
	}

	/**
	 * Ask for updates.
	 * @param method the request
	 * @param deadline the time after which it is given up
	 * @return the updates in ascending order, of which some may not be readable; an error
	 * is a {@link io.github.telegramnopool.client.error.TelegramException
	 * TelegramException}
	 */
	public Mono<List<ReceivedUpdate>> getUpdates(GetUpdates method, Duration deadline) {
		return this.calls.call(method, this::updates, deadline);
	}

	/**
	 * Call any method once.
	 * @param <R> the type of the result
	 * @param method the request
	 * @param deadline the time after which it is given up
	 * @return the result; an error is a
	 * {@link io.github.telegramnopool.client.error.TelegramException TelegramException}
	 */
	public <R> Mono<R> call(BotApiMethod<R> method, Duration deadline) {
		return this.calls.call(method, this.reader::read, deadline);
	}

	/**
	 * Times of the last call that succeeded.
	 * @return how long each of its phases took, for people
	 */
	public String lastTimes() {
		return this.times.get().toString();
	}

	private List<ReceivedUpdate> updates(GetUpdates method, HttpAnswer answer) {
		JsonNode result = this.reader.result(method, answer);
		if (!result.isArray()) {
			throw new OutcomeUnknownException(method.methodName(), "the result is not a list of updates");
		}
		List<ReceivedUpdate> updates = new ArrayList<>(result.size());
		for (JsonNode element : result) {
			JsonNode id = element.path("update_id");
			if (id.canConvertToLong()) {
				updates.add(update(id.longValue(), element));
			}
			else {
				logger.warn("An update without an update_id was passed over: it can be neither told nor confirmed");
			}
		}
		if (updates.isEmpty() && !result.isEmpty()) {
			throw new OutcomeUnknownException(method.methodName(), "no update has an update_id");
		}
		return updates;
	}

	private ReceivedUpdate update(long id, JsonNode element) {
		try {
			return new ReceivedUpdate(id, element, this.mapper.treeToValue(element, Update.class), null);
		}
		catch (JacksonException ex) {
			return new ReceivedUpdate(id, element, null, AnswerReader.problem(ex));
		}
	}

}
