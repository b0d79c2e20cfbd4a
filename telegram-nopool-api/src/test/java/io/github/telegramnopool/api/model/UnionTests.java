// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.model;

import java.time.Instant;
import java.util.List;

import io.github.telegramnopool.api.json.BotApiJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the unions whose members nothing but a closer look tells apart.
 */
class UnionTests {

	@Test
	void messageWithoutDateIsInaccessible() {
		MaybeInaccessibleMessage gone = read("{\"chat\":{\"id\":5},\"message_id\":7,\"date\":0}",
				MaybeInaccessibleMessage.class);
		assertThat(gone).isInstanceOf(InaccessibleMessage.class);
		assertThat(gone.date()).isEqualTo(Instant.EPOCH);
		MaybeInaccessibleMessage message = read("{\"chat\":{\"id\":5},\"message_id\":7,\"date\":1}",
				MaybeInaccessibleMessage.class);
		assertThat(message).isInstanceOf(Message.class);
		assertThat(message.chat().id()).isEqualTo(5);
		assertThat(message.messageId()).isEqualTo(7);
	}

	@Test
	void richTextIsTextOrListOrObject() {
		RichText text = read("[\"a\",{\"type\":\"bold\",\"text\":[\"b\"]}]", RichText.class);
		assertThat(text).isEqualTo(new RichTextList(
				List.of(new RichTextPlain("a"), RichTextBold.of(new RichTextList(List.of(new RichTextPlain("b")))))));
	}

	@Test
	void cachedResultHasFileInsteadOfAddress() {
		assertThat(read("{\"type\":\"audio\",\"id\":\"1\",\"audio_file_id\":\"f\"}", InlineQueryResult.class))
			.isInstanceOf(InlineQueryResultCachedAudio.class);
		assertThat(
				read("{\"type\":\"audio\",\"id\":\"1\",\"audio_url\":\"u\",\"title\":\"t\"}", InlineQueryResult.class))
			.isInstanceOf(InlineQueryResultAudio.class);
	}

	@Test
	void venueIsMoreThanLocation() {
		assertThat(read("{\"latitude\":1,\"longitude\":2}", InputMessageContent.class))
			.isInstanceOf(InputLocationMessageContent.class);
		assertThat(
				read("{\"latitude\":1,\"longitude\":2,\"title\":\"t\",\"address\":\"a\"}", InputMessageContent.class))
			.isInstanceOf(InputVenueMessageContent.class);
	}

	@Test
	void widgetHasItsOwnHtml() {
		assertThat(read("{\"html\":\"<p>Hi</p>\"}", InputMessageContent.class))
			.isEqualTo(InputWidgetMessageContent.of("<p>Hi</p>"));
	}

	private static <T> T read(String json, Class<T> type) {
		return BotApiJson.mapper().readValue(json, type);
	}

}
