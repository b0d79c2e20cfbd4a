// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * What takes time that grows with the square of a text's length, or of the number of its
 * entities, does not end in these bounds.
 */
class LongTextTests {

	private static final int LENGTH = 200_000;

	private static final Duration BOUND = Duration.ofSeconds(10);

	@ParameterizedTest
	@ValueSource(strings = { "bold", "code", "pre", "hashtag", "custom_emoji", "blockquote" })
	void textWithManyEntitiesIsSplitAndWritten(String type) {
		MessageText text = text(new MessageEntityType(type), 20_000);
		assertTimeoutPreemptively(BOUND, () -> {
			assertThat(text.split()).hasSize(200).allMatch((part) -> part.entities().size() == 100);
			assertThat(text.split(2)).hasSize(100_000);
			assertThat(text.toHtml()).hasSizeGreaterThanOrEqualTo(LENGTH);
			assertThat(text.toMarkdownV2()).hasSizeGreaterThanOrEqualTo(LENGTH);
		});
	}

	private static MessageText text(MessageEntityType type, int entities) {
		int length = LENGTH / entities;
		return new MessageText(("x".repeat(length - 1) + "\n").repeat(entities),
				IntStream.range(0, entities).mapToObj((i) -> entity(type, i * length, length - 1)).toList());
	}

	private static MessageEntity entity(MessageEntityType type, int offset, int length) {
		return MessageEntity.builder().type(type).offset(offset).length(length).customEmojiId("7").build();
	}

	@Test
	void characterWithoutEndIsSplit() {
		MessageText text = MessageText.of("a" + "\u0301".repeat(LENGTH));
		assertTimeoutPreemptively(BOUND, () -> assertThat(text.split(2)).hasSize(LENGTH / 2 + 1));
	}

	@Test
	void textInEntitiesWithinEachOtherIsWritten() {
		List<MessageEntity> entities = IntStream.range(0, 2000)
			.mapToObj((i) -> MessageEntity.of(MessageEntityType.BOLD, i, LENGTH - 2 * i))
			.toList();
		MessageText text = new MessageText("word ".repeat(LENGTH / 5), entities);
		assertTimeoutPreemptively(BOUND, () -> {
			assertThat(text.toHtml()).startsWith("<b>").endsWith("</b>").hasSize(LENGTH + 7);
			assertThat(text.split()).allMatch((part) -> part.length() <= MessageText.MAX_LENGTH);
		});
	}

}
