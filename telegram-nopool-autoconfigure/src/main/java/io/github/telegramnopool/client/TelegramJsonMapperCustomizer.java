// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import tools.jackson.databind.json.JsonMapper;

/**
 * Callback to customize the JSON of all bots. Without a bean of this type the mapper of
 * {@link io.github.telegramnopool.api.json.BotApiJson BotApiJson} is used as it is.
 * <p>
 * It decides how methods and results of your own
 * ({@link io.github.telegramnopool.api.BotApiMethod BotApiMethod}) are written and read:
 * naming strategies, modules, mix-ins and inclusion. It also decides how JSON is spelled,
 * as by {@link tools.jackson.core.json.JsonWriteFeature#ESCAPE_NON_ASCII}, and how
 * strictly it is read, as by
 * {@link tools.jackson.core.StreamReadFeature#STRICT_DUPLICATE_DETECTION}.
 * <p>
 * The types and methods of the Bot API keep their form, since generated code reads and
 * writes them. Neither are values wrapped or given class names. How deep and how long
 * values may be belongs to the factory and stays as it is, too.
 * <p>
 * The application's own {@link JsonMapper} and {@code spring.jackson.*} have no part in
 * any of this, and are not changed by it.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TelegramJsonMapperCustomizer {

	/**
	 * Customize the mapper. Called once, in the order of the beans.
	 * @param builder the builder of the mapper
	 */
	void customize(JsonMapper.Builder builder);

}
