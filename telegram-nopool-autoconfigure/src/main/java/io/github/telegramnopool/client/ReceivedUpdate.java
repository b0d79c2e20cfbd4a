package io.github.telegramnopool.client;

import io.github.telegramnopool.api.model.Update;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An update as it came.
 *
 * @param id the update's identifier
 * @param json what Telegram sent
 * @param update the update, or {@code null} if it can't be read
 * @param problem why it can't be read, or {@code null}
 * @since 0.1.0
 */
public record ReceivedUpdate(long id, JsonNode json, @Nullable Update update, @Nullable String problem) {

}
