package io.github.telegramnopool.api;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the vocabulary as Telegram does.
 *
 * @since 0.1.0
 */
public final class BotApiJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.addModule(new BotApiJacksonModule())
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(Include.NON_NULL))
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		// Servers are older or newer than the schema: what they leave out is no failure
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private BotApiJson() {
	}

	/**
	 * The mapper for everything that goes to Telegram or comes from there. It is
	 * immutable and shared; {@code rebuild()} makes another one of it.
	 * @return the mapper
	 */
	public static JsonMapper mapper() {
		return MAPPER;
	}

}
