// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import java.time.Instant;

import io.github.telegramnopool.api.model.InaccessibleMessage;
import io.github.telegramnopool.api.model.MaybeInaccessibleMessage;
import io.github.telegramnopool.api.model.Message;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.SerializationContext;

/**
 * A message, or what is left of one that was deleted: that has the date 0 and nothing
 * that a message has not.
 *
 * @see <a href=
 * "https://core.telegram.org/bots/api#maybeinaccessiblemessage">MaybeInaccessibleMessage</a>
 */
final class MaybeInaccessibleMessageCodec extends Codec<MaybeInaccessibleMessage> {

	static final MaybeInaccessibleMessageCodec INSTANCE = new MaybeInaccessibleMessageCodec();

	@Override
	MaybeInaccessibleMessage read(JsonParser in) {
		Message message = MessageCodec.INSTANCE.read(in);
		return message.date().equals(Instant.EPOCH)
				? new InaccessibleMessage(message.chat(), message.messageId(), message.date()) : message;
	}

	@Override
	void write(MaybeInaccessibleMessage value, JsonGenerator out, SerializationContext context) {
		if (value instanceof Message message) {
			MessageCodec.INSTANCE.write(message, out, context);
		}
		else if (value instanceof InaccessibleMessage message) {
			InaccessibleMessageCodec.INSTANCE.write(message, out, context);
		}
	}

}
