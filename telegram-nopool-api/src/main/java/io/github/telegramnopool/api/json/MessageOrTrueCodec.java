// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.api.model.MessageOrTrue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.SerializationContext;

/**
 * The result of an edit: a message, or {@code true} where the bot can't see it.
 */
final class MessageOrTrueCodec extends Codec<MessageOrTrue> {

	static final MessageOrTrueCodec INSTANCE = new MessageOrTrueCodec();

	@Override
	MessageOrTrue read(JsonParser in) {
		if (in.currentToken() == JsonToken.START_OBJECT) {
			return new MessageOrTrue(MessageCodec.INSTANCE.read(in));
		}
		Reading.truth(in);
		return new MessageOrTrue(null);
	}

	@Override
	void write(MessageOrTrue value, JsonGenerator out, SerializationContext context) {
		Message message = value.message();
		if (message != null) {
			MessageCodec.INSTANCE.write(message, out, context);
		}
		else {
			out.writeBoolean(true);
		}
	}

}
