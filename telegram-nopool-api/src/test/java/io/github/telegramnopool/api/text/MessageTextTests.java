// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.SendPhoto;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MessageTextTests {

	@Test
	void countsAsTelegramDoes() {
		MessageText text = MessageText.builder().text("👨‍👩‍👧 ").bold("👍").text("é").italic("x").build();
		assertThat(text.text()).isEqualTo("👨‍👩‍👧 👍éx");
		assertThat(text.entities()).containsExactly(MessageEntity.of(MessageEntityType.BOLD, 9, 2),
				MessageEntity.of(MessageEntityType.ITALIC, 12, 1));
	}

	@Test
	void nestsByConsumerAndByText() {
		MessageText inner = MessageText.builder().text("b").italic("c").build();
		MessageText byText = MessageText.builder().text("a").bold(inner).build();
		MessageText byConsumer = MessageText.builder().text("a").bold((b) -> b.text("b").italic("c")).build();
		assertThat(byText).isEqualTo(byConsumer);
		assertThat(byText.entities()).containsExactly(MessageEntity.of(MessageEntityType.BOLD, 1, 2),
				MessageEntity.of(MessageEntityType.ITALIC, 2, 1));
		assertThat(MessageText.builder().text("xy").append(byText).build().entities()).extracting(MessageEntity::offset)
			.containsExactly(3, 4);
	}

	@Test
	void keepsWhatBelongsToAnEntity() {
		MessageText text = MessageText.builder()
			.pre("a", "java")
			.link("b", "https://example.org")
			.mention("c", 42)
			.customEmoji("👍", "7")
			.dateTime("d", Instant.ofEpochSecond(5), "r")
			.line("e")
			.build();
		assertThat(text.text()).isEqualTo("abc👍de\n");
		assertThat(text.entities()).element(0).extracting(MessageEntity::language).isEqualTo("java");
		assertThat(text.entities()).element(1).extracting(MessageEntity::url).isEqualTo("https://example.org");
		assertThat(text.entities()).element(2).extracting((entity) -> entity.user().id()).isEqualTo(42L);
		assertThat(text.entities()).element(3).extracting(MessageEntity::customEmojiId).isEqualTo("7");
		assertThat(text.entities()).element(4)
			.isEqualTo(MessageEntity.builder()
				.type(MessageEntityType.DATE_TIME)
				.offset(5)
				.length(1)
				.unixTime(Instant.ofEpochSecond(5))
				.dateTimeFormat("r")
				.build());
	}

	@Test
	void emptyContentAddsNothing() {
		assertThat(MessageText.builder().bold("").mention("", 4).blockquote((b) -> b.text("")).build())
			.isEqualTo(MessageText.of(""));
	}

	@ParameterizedTest
	@MethodSource
	void refusesWhatTelegramLeavesOut(Consumer<MessageTextBuilder> content, String rule) {
		assertThatIllegalArgumentException().isThrownBy(() -> content.accept(MessageText.builder()))
			.withMessageContaining(rule);
	}

	static List<Object[]> refusesWhatTelegramLeavesOut() {
		return List.of(refused((b) -> b.bold((c) -> c.code("x")), "'code' can't be part of 'bold'"),
				refused((b) -> b.italic((c) -> c.text("a").pre("x", "java")), "'pre' can't be part of 'italic'"),
				refused((b) -> b.link((c) -> c.code("x"), "u"), "'code' can't be part of 'text_link'"),
				refused((b) -> b.blockquote((c) -> c.expandableBlockquote("x")), "quotes can't be nested"),
				refused((b) -> b.blockquote((c) -> c.bold((d) -> d.blockquote("x"))), "quotes can't be nested"),
				refused((b) -> b.link((c) -> c.customEmoji("👍", "1"), "u"), "styles only"),
				refused((b) -> b.link("x", " "), "'url' must not be blank"),
				refused((b) -> b.dateTime("x", Instant.EPOCH, "r"), "'time' must be after 1970"),
				refused((b) -> b.dateTime("x", Instant.now(), "yyyy"), "'format' must be 'r' or"));
	}

	private static Object[] refused(Consumer<MessageTextBuilder> content, String rule) {
		return new Object[] { content, rule };
	}

	@Test
	void codeIsPartOfAQuoteAndStylesOfEverythingElse() {
		MessageText text = MessageText.builder()
			.expandableBlockquote((quote) -> quote.code("a").pre("b").link((link) -> link.bold("c"), "https://d.e"))
			.build();
		assertThat(text.entities()).extracting((entity) -> entity.type().value())
			.containsExactly("expandable_blockquote", "code", "pre", "text_link", "bold");
	}

	@ParameterizedTest
	@MethodSource
	void refusesEntitiesThatDoNotFit(int offset, int length) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new MessageText("a👍", List.of(MessageEntity.of(MessageEntityType.BOLD, offset, length))))
			.withMessageContaining("'bold' at " + offset + " with length " + length);
	}

	static List<Object[]> refusesEntitiesThatDoNotFit() {
		return List.of(new Object[] { -1, 2 }, new Object[] { 0, 0 }, new Object[] { 1, 3 }, new Object[] { 2, 1 },
				new Object[] { 0, 2 }, new Object[] { 1, Integer.MAX_VALUE });
	}

	@Test
	void takesWhatAMessageSays() {
		assertThat(MessageText
			.of(message("\"text\":\"a b\",\"entities\":[{\"type\":\"bold\",\"offset\":2,\"length\":1}]")))
			.isEqualTo(MessageText.builder().text("a ").bold("b").build());
		assertThat(MessageText.of(message("\"caption\":\"c\",\"caption_entities\":[{\"type\":\"italic\","
				+ "\"offset\":0,\"length\":1},{\"type\":\"bold\",\"offset\":0,\"length\":9}]")))
			.as("the entity that does not fit is left out")
			.isEqualTo(MessageText.builder().italic("c").build());
		assertThat(MessageText.of(message("\"new_chat_title\":\"d\""))).isEqualTo(MessageText.of(""));
	}

	private static Message message(String content) {
		return BotApiJson.mapper()
			.readValue("{\"message_id\":1,\"date\":1,\"chat\":{\"id\":5,\"type\":\"private\"}," + content + "}",
					Message.class);
	}

	@Test
	void aPartTakesItsFormattingAlong() {
		MessageText text = MessageText.builder().text("ab").link("cdef", "https://example.org").text("gh").build();
		assertThat(text.subSequence(4, 7))
			.isEqualTo(MessageText.builder().link("ef", "https://example.org").text("g").build());
		assertThat(text.subSequence(0, 2)).isEqualTo(MessageText.of("ab"));
	}

	@Test
	void isTakenWhereATextHasEntities() {
		MessageText text = MessageText.builder().text("Hi ").bold("you").build();
		String expected = "{\"chat_id\":5,\"text\":\"Hi you\","
				+ "\"entities\":[{\"type\":\"bold\",\"offset\":3,\"length\":3}]}";
		assertThat(BotApiJson.mapper().writeValueAsString(SendMessage.of(5, text))).isEqualTo(expected);
		assertThat(BotApiJson.mapper().writeValueAsString(SendMessage.builder().chatId(5).text(text).build()))
			.isEqualTo(expected);
		Message message = BotApiJson.mapper().readValue("{\"chat\":{\"id\":5}}", Message.class);
		assertThat(BotApiJson.mapper().writeValueAsString(message.answer(text))).isEqualTo(expected);
		SendPhoto photo = SendPhoto.builder().chatId(5).photo(InputFile.fileId("A")).caption(text).build();
		assertThat(photo.captionEntities()).isEqualTo(text.entities());
	}

}
