// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import io.github.telegramnopool.api.model.RichText;
import io.github.telegramnopool.api.model.RichTextList;
import io.github.telegramnopool.api.model.RichTextPlain;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.SerializationContext;

/**
 * A rich text: a plain one, a list of them, or an object.
 *
 * @see <a href="https://core.telegram.org/bots/api#richtext">RichText</a>
 */
final class RichTextCodec extends Codec<RichText> {

	static final RichTextCodec INSTANCE = new RichTextCodec();

	private static final Codec<RichText> OBJECT = RichTextObjectCodec.INSTANCE;

	@Override
	RichText read(JsonParser in) {
		return switch (in.currentToken()) {
			case VALUE_STRING -> new RichTextPlain(in.getString());
			case START_ARRAY -> new RichTextList(new ListCodec<>(this).read(in));
			default -> OBJECT.read(in);
		};
	}

	@Override
	void write(RichText value, JsonGenerator out, SerializationContext context) {
		if (value instanceof RichTextPlain plain) {
			out.writeString(plain.text());
		}
		else if (value instanceof RichTextList list) {
			new ListCodec<>(this).write(list.texts(), out, context);
		}
		else {
			OBJECT.write(value, out, context);
		}
	}

}
