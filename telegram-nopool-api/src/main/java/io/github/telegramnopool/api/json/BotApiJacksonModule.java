// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.Serializers;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Teaches a mapper the vocabulary of the Bot API. Any mapper will do, since the module
 * changes nothing else.
 *
 * @since 0.1.0
 */
public final class BotApiJacksonModule extends SimpleModule {

	/**
	 * Makes the module.
	 */
	public BotApiJacksonModule() {
		super(BotApiJacksonModule.class.getName());
	}

	@Override
	public void setupModule(SetupContext context) {
		super.setupModule(context);
		context.addDeserializers(new CodecDeserializers());
		context.addSerializers(new CodecSerializers());
	}

	private static final class CodecDeserializers extends Deserializers.Base {

		@Override
		public @Nullable ValueDeserializer<?> findBeanDeserializer(JavaType type, DeserializationConfig config,
				BeanDescription.Supplier description) {
			Codec<?> codec = Codecs.find(type.getRawClass());
			return (codec != null) ? new CodecDeserializer(type.getRawClass(), codec) : null;
		}

		@Override
		public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
			return Codecs.find(type) != null;
		}

	}

	private static final class CodecSerializers extends Serializers.Base {

		@Override
		public @Nullable ValueSerializer<?> findSerializer(SerializationConfig config, JavaType type,
				BeanDescription.Supplier description, JsonFormat.@Nullable Value format) {
			Codec<?> codec = Codecs.find(type.getRawClass());
			return (codec != null) ? new CodecSerializer(codec) : null;
		}

	}

	private static final class CodecDeserializer extends StdDeserializer<Object> {

		private final Codec<?> codec;

		CodecDeserializer(Class<?> type, Codec<?> codec) {
			super(type);
			this.codec = codec;
		}

		@Override
		public Object deserialize(JsonParser in, DeserializationContext context) {
			return this.codec.read(in);
		}

	}

	private static final class CodecSerializer extends StdSerializer<Object> {

		private final Codec<Object> codec;

		@SuppressWarnings("unchecked") // found by the type of the values
		CodecSerializer(Codec<?> codec) {
			super(Object.class);
			this.codec = (Codec<Object>) codec;
		}

		@Override
		public void serialize(Object value, JsonGenerator out, SerializationContext context) {
			this.codec.write(value, out, context);
		}

	}

}
