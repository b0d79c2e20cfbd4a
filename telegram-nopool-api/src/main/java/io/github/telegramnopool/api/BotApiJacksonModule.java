package io.github.telegramnopool.api;

import java.time.Instant;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes points in time as Telegram does, in seconds since 1970, and files as parts of a
 * request. The types bring the rest with them.
 *
 * @since 0.1.0
 */
public final class BotApiJacksonModule extends SimpleModule {

	/**
	 * Makes the module for a mapper that also names properties in snake case, as that of
	 * {@link BotApiJson} does.
	 */
	public BotApiJacksonModule() {
		super(BotApiJacksonModule.class.getName());
		addSerializer(new UnixTimeSerializer());
		addDeserializer(Instant.class, new UnixTimeDeserializer());
		addSerializer(new InputFileSerializer());
		addDeserializer(InputFile.class, new InputFileDeserializer());
	}

	private static final class UnixTimeSerializer extends StdSerializer<Instant> {

		UnixTimeSerializer() {
			super(Instant.class);
		}

		@Override
		public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
			json.writeNumber(value.getEpochSecond());
		}

	}

	private static final class UnixTimeDeserializer extends StdDeserializer<Instant> {

		UnixTimeDeserializer() {
			super(Instant.class);
		}

		@Override
		public Instant deserialize(JsonParser json, DeserializationContext context) {
			return Instant.ofEpochSecond(_parseLongPrimitive(json, context));
		}

	}

	private static final class InputFileDeserializer extends StdDeserializer<InputFile> {

		InputFileDeserializer() {
			super(InputFile.class);
		}

		@Override
		public InputFile deserialize(JsonParser json, DeserializationContext context) {
			return InputFile.referringTo(json.getValueAsString(""));
		}

	}

}
