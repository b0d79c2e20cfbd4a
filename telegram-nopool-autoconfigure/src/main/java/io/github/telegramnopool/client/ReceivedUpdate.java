// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Instant;
import java.util.function.Supplier;

import io.github.telegramnopool.api.event.UpdateKind;
import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.model.Update;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An update as it came.
 *
 * @since 0.1.0
 */
public final class ReceivedUpdate {

	private final long id;

	private final @Nullable Update update;

	private final @Nullable String problem;

	private final Supplier<String> json;

	private final JsonMapper mapper;

	private ReceivedUpdate(long id, @Nullable Update update, @Nullable String problem, Supplier<String> json,
			JsonMapper mapper) {
		this.id = id;
		this.update = update;
		this.problem = problem;
		this.json = json;
		this.mapper = mapper;
	}

	/**
	 * Make an update that was read.
	 * @param id the update's identifier
	 * @param update the update
	 * @param json tells what Telegram sent
	 * @return the update
	 */
	public static ReceivedUpdate readable(long id, Update update, Supplier<String> json) {
		return readable(id, update, json, BotApiJson.mapper());
	}

	static ReceivedUpdate readable(long id, Update update, Supplier<String> json, JsonMapper mapper) {
		return new ReceivedUpdate(id, update, null, json, mapper);
	}

	/**
	 * Make an update that can't be read.
	 * @param id the update's identifier
	 * @param problem why it can't be read
	 * @param json tells what Telegram sent
	 * @return the update
	 */
	public static ReceivedUpdate unreadable(long id, String problem, Supplier<String> json) {
		return new ReceivedUpdate(id, null, problem, json, BotApiJson.mapper());
	}

	/**
	 * Identifier.
	 * @return the update's identifier
	 */
	public long id() {
		return this.id;
	}

	/**
	 * The update.
	 * @return the update, or {@code null} if it can't be read
	 */
	public @Nullable Update update() {
		return this.update;
	}

	/**
	 * When what it is about has happened.
	 * @return the time by Telegram's clock, in whole seconds, or {@code null} if it does
	 * not say so
	 */
	public @Nullable Instant sent() {
		return (this.update != null) ? SentTime.of(this.update) : null;
	}

	/**
	 * Its kind.
	 * @return the kind as Telegram calls it, such as {@code edited_message},
	 * {@code unknown} if it is of none that is known, or {@code unreadable}
	 */
	public String kind() {
		if (this.update == null) {
			return "unreadable";
		}
		UpdateKind kind = UpdateKind.of(this.update);
		return (kind != null) ? kind.value() : "unknown";
	}

	/**
	 * What is wrong with it.
	 * @return why it can't be read, or {@code null}
	 */
	public @Nullable String problem() {
		return this.problem;
	}

	/**
	 * What Telegram sent.
	 * @return the update's JSON, made anew by each call
	 */
	public String json() {
		return this.json.get();
	}

	/**
	 * What Telegram sent, taken apart.
	 * @return the update's JSON, read anew by each call
	 */
	public JsonNode tree() {
		return this.mapper.readTree(json());
	}

	@Override
	public String toString() {
		return "update " + this.id;
	}

}
