// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MessageText#split(int)}.
 */
class MessageTextSplitTests {

	private static final long SEED = Long.getLong("seed", System.nanoTime());

	@Test
	void aTextThatFitsStaysWhole() {
		MessageText text = MessageText.builder().bold(" x".repeat(2048)).build();
		assertThat(text.split()).containsExactly(text);
		assertThat(MessageText.of(" \n").split()).isEmpty();
	}

	@Test
	void prefersParagraphsToLinesToSentencesToWords() {
		assertThat(parts("aaaa bbbb.\n\ncc. dd\nee ff gg", 20)).containsExactly("aaaa bbbb.", "cc. dd\nee ff gg");
		assertThat(parts("aaaa.\n\ncc\ndd ee", 12)).as("a short part is worse").containsExactly("aaaa.\n\ncc", "dd ee");
		assertThat(parts("aaaa.\ncc dd. ee ff gg", 14)).containsExactly("aaaa.\ncc dd.", "ee ff gg");
		assertThat(parts("aaaa bbbb cc\ndd ee ff gg hh", 20)).containsExactly("aaaa bbbb cc", "dd ee ff gg hh");
		assertThat(parts("aaaa bbbb cc. \"Dd?\" eee ff", 22)).containsExactly("aaaa bbbb cc. \"Dd?\"", "eee ff");
		assertThat(parts("aaaa bbbb cccc dddd", 12)).containsExactly("aaaa bbbb", "cccc dddd");
		assertThat(parts("你好你好你好。你好你好", 9)).containsExactly("你好你好你好。", "你好你好");
		assertThat(parts("aaaaaaaa", 3)).containsExactly("aaa", "aaa", "aa");
	}

	@Test
	void doesNotSplitCharacters() {
		assertThat(parts("👍👍👍", 3)).containsExactly("👍", "👍", "👍");
		assertThat(parts("🇩🇪🇫🇷🇮🇹", 10)).containsExactly("🇩🇪🇫🇷", "🇮🇹");
		assertThat(parts("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 15)).containsExactly("👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦");
		assertThat(parts("ee\u0301e\u0301", 4)).containsExactly("ee\u0301", "e\u0301");
		assertThat(parts("aaa \u0301bb", 4)).as("a space that carries an accent").containsExactly("aaa", " \u0301bb");
		assertThat(parts("👨‍👩‍👧‍👦", 4)).as("longer than a part").containsExactly("👨‍", "👩‍", "👧‍", "👦");
	}

	@Test
	void formattingGoesOnInTheNextPart() {
		MessageText text = MessageText.builder()
			.pre("int a;\n    int b;", "java")
			.newLine()
			.link("one two", "https://example.org")
			.build();
		assertThat(text.split(11)).containsExactly(MessageText.builder().pre("int a;", "java").build(),
				MessageText.builder().pre("    int b;", "java").build(),
				MessageText.builder().link("one two", "https://example.org").build());
		assertThat(MessageText.builder().link("one two", "https://example.org").build().split(4)).containsExactly(
				MessageText.builder().link("one", "https://example.org").build(),
				MessageText.builder().link("two", "https://example.org").build());
	}

	@Test
	void keepsWhatIsSomethingElseWhenCut() {
		MessageText text = new MessageText("aaaaa+1 234 567",
				List.of(MessageEntity.of(MessageEntityType.PHONE_NUMBER, 5, 10)));
		assertThat(text.split(12)).extracting(MessageText::text).containsExactly("aaaaa", "+1 234 567");
		assertThat(text.split(12).get(1).entities())
			.containsExactly(MessageEntity.of(MessageEntityType.PHONE_NUMBER, 0, 10));
	}

	@Test
	void noPartHasMoreEntitiesThanTelegramHeeds() {
		MessageTextBuilder spaced = MessageText.builder();
		MessageTextBuilder dense = MessageText.builder();
		for (int i = 0; i < 250; i++) {
			spaced.bold("one").text(" two ");
			dense.customEmoji("👍", "1");
		}
		assertThat(spaced.build().split()).map((part) -> part.entities().size()).containsExactly(100, 100, 50);
		assertThat(spaced.build().split(600)).hasSize(4).allMatch((part) -> part.text().matches("(one two ?)+"));
		assertThat(dense.build().split()).map(MessageText::length).containsExactly(200, 200, 100);
	}

	@Test
	void endsWithMoreEntitiesAtOnePlaceThanTelegramHeeds() {
		List<MessageEntity> entities = Collections.nCopies(150, MessageEntity.of(MessageEntityType.BOLD, 1, 4));
		assertThat(new MessageText("a👍👍b", entities).split(Integer.MAX_VALUE)).extracting(MessageText::text)
			.containsExactly("a", "👍👍b");
	}

	@Test
	void needsRoomForACharacter() {
		assertThatIllegalArgumentException().isThrownBy(() -> MessageText.of("abc").split(1))
			.withMessageContaining("'maxLength'");
	}

	@Test
	void losesNothingButWhiteSpace() {
		LongStream.range(SEED, SEED + 2000).forEach((seed) -> {
			MessageText text = new RandomTexts(seed).wild(120);
			int maxLength = new Random(seed).nextInt(2, 80);
			int offset = 0;
			for (MessageText part : text.split(maxLength)) {
				assertThat(part.text()).as("-Dseed=%d", seed).isNotBlank().hasSizeLessThanOrEqualTo(maxLength);
				int begin = text.text().indexOf(part.text(), offset);
				assertThat(text.text().substring(offset, begin)).as("-Dseed=%d: between parts", seed).isBlank();
				assertThat(Painting.of(part)).as("-Dseed=%d", seed)
					.isEqualTo(Painting.of(text).subList(begin, begin + part.length()));
				assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1))).as("-Dseed=%d", seed).isFalse();
				offset = begin + part.length();
			}
			assertThat(text.text().substring(offset)).as("-Dseed=%d: after the parts", seed).isBlank();
		});
	}

	@Test
	void splitsALongTextInNoTime() {
		MessageText text = MessageText.of("👨‍👩‍👧‍👦".repeat(50_000));
		assertThat(text.split()).hasSize(135).allMatch((part) -> part.length() <= MessageText.MAX_LENGTH);
	}

	private static List<String> parts(String text, int maxLength) {
		return MessageText.of(text).split(maxLength).stream().map(MessageText::text).toList();
	}

}
