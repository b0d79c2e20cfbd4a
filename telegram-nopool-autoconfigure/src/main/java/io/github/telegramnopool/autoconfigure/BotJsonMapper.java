// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import io.github.telegramnopool.api.json.BotApiJacksonModule;
import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.client.TelegramJsonMapperCustomizer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the mapper that the bots of an application share.
 */
final class BotJsonMapper {

	private BotJsonMapper() {
	}

	/**
	 * Customize the mapper that knows the vocabulary. What a customizer throws ends the
	 * start.
	 * @return tells that mapper itself if there is no customizer, and loads it no sooner
	 * than it is asked for
	 */
	static Supplier<JsonMapper> of(List<TelegramJsonMapperCustomizer> customizers) {
		if (customizers.isEmpty()) {
			// No method reference, which would load the class at once
			return () -> BotApiJson.mapper();
		}
		JsonMapper mapper = Customized.by(customizers);
		return () -> mapper;
	}

	/**
	 * Is loaded if there is a customizer.
	 */
	private static final class Customized {

		private Customized() {
		}

		static JsonMapper by(List<TelegramJsonMapperCustomizer> customizers) {
			JsonMapper.Builder builder = BotApiJson.mapper().rebuild();
			customizers.forEach((customizer) -> customizer.customize(builder));
			// Telegram's form is none of theirs: the module that comes last is asked
			// first
			return builder.addModule(new BotApiJacksonModule())
				.disable(SerializationFeature.WRAP_ROOT_VALUE)
				.disable(DeserializationFeature.UNWRAP_ROOT_VALUE)
				.deactivateDefaultTyping()
				.build();
		}

	}

}
