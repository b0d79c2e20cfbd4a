// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;
import io.github.telegramnopool.api.model.User;

/**
 * Texts by chance. What a seed makes is always the same.
 */
final class RandomTexts {

	private static final List<String> PIECES = List.of("a", "word", "Wort", "слово", "字", "你好。", "nе\u0301e", "é", " ",
			"  ", "\n", "\n\n", "\t", ". ", "! ", "_", "__", "*", "**", "[", "](", ")", "~", "`", "```", "||", ">", "#",
			"+", "-", "=", "{}", "\\", "\\n", "!", "![", "<", "<b>", "</a>", "&", "&amp;", "\"", "'", "/start", "@user",
			"👍", "👍🏽", "👨‍👩‍👧‍👦", "🇩🇪", "🇫🇷🇮🇹", "1️⃣", "❤️‍🔥", "🏴‍☠️", "𝔘", "🦄");

	private final Random random;

	RandomTexts(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * A text whose entities lie one in another, as Telegram allows it.
	 */
	MessageText nested() {
		MessageTextBuilder builder = MessageText.builder();
		for (int blocks = this.random.nextInt(4); blocks >= 0; blocks--) {
			switch (this.random.nextInt(4)) {
				case 0 -> builder.blockquote(this::parts).newLine();
				case 1 -> builder.expandableBlockquote(this::parts).newLine();
				default -> builder.append(built(this::parts)).newLine();
			}
		}
		return builder.build();
	}

	private void parts(MessageTextBuilder builder) {
		builder.text("x");
		for (int parts = this.random.nextInt(5); parts >= 0; parts--) {
			switch (this.random.nextInt(4)) {
				case 0 -> builder.code(plain(4)).text(plain(1));
				case 1 -> builder.pre(plain(4), this.random.nextBoolean() ? "java" : "").text(plain(1));
				default -> inline(builder, true, 0);
			}
		}
		builder.text("x");
	}

	private void inline(MessageTextBuilder builder, boolean links, int depth) {
		builder.text(plain(2));
		MessageText inner = (depth < 4 && this.random.nextBoolean())
				? built((nested) -> inline(nested, false, depth + 1)) : MessageText.of(plain(3));
		switch (this.random.nextInt(links ? 11 : 6)) {
			case 0 -> builder.bold(inner);
			case 1 -> builder.italic(inner);
			case 2 -> builder.underline(inner);
			case 3 -> builder.strikethrough(inner);
			case 4 -> builder.spoiler(inner);
			case 5 -> builder.append(inner);
			case 6 -> builder.link(inner, "https://example.org/a(b)?c=\"d\"&e=\\" + this.random.nextInt(9));
			case 7 -> builder.mention(inner, this.random.nextLong(1, Long.MAX_VALUE));
			case 8 -> builder.customEmoji("👍", Long.toString(this.random.nextLong(1, Long.MAX_VALUE)));
			case 9 -> builder.dateTime(inner, Instant.ofEpochSecond(this.random.nextInt(1, Integer.MAX_VALUE)), "wDT");
			default -> builder.bold((bold) -> inline(bold, true, depth + 1));
		}
		builder.text(plain(2));
	}

	private static MessageText built(Consumer<MessageTextBuilder> content) {
		MessageTextBuilder builder = MessageText.builder();
		content.accept(builder);
		return builder.build();
	}

	/**
	 * A text whose entities lie anywhere and cross each other.
	 */
	MessageText wild(int pieces) {
		String text = plain(pieces);
		List<Integer> borders = new ArrayList<>(text.codePoints().boxed().map(Character::charCount).toList());
		for (int i = 1; i < borders.size(); i++) {
			borders.set(i, borders.get(i - 1) + borders.get(i));
		}
		borders.add(0, 0);
		List<MessageEntity> entities = new ArrayList<>();
		for (int count = this.random.nextInt(8); count > 0 && !text.isEmpty(); count--) {
			int one = borders.get(this.random.nextInt(borders.size()));
			int other = borders.get(this.random.nextInt(borders.size()));
			if (one != other) {
				entities.add(entity(Math.min(one, other), Math.abs(one - other)));
			}
		}
		return new MessageText(text, entities);
	}

	private MessageEntity entity(int offset, int length) {
		List<MessageEntityType> types = List.of(MessageEntityType.BOLD, MessageEntityType.ITALIC,
				MessageEntityType.UNDERLINE, MessageEntityType.STRIKETHROUGH, MessageEntityType.SPOILER,
				MessageEntityType.CODE, MessageEntityType.PRE, MessageEntityType.TEXT_LINK,
				MessageEntityType.TEXT_MENTION, MessageEntityType.BLOCKQUOTE, MessageEntityType.EXPANDABLE_BLOCKQUOTE,
				MessageEntityType.DATE_TIME);
		MessageEntityType type = types.get(this.random.nextInt(types.size()));
		MessageEntity.Builder entity = MessageEntity.builder().type(type).offset(offset).length(length);
		return (switch (type.value()) {
			case "text_link" -> entity.url("https://example.org/" + offset);
			case "text_mention" -> entity.user(User.of(offset + 1, false, "U"));
			case "date_time" -> entity.unixTime(Instant.ofEpochSecond(offset + 1)).dateTimeFormat("r");
			case "pre" -> entity.language("l" + offset);
			default -> entity;
		}).build();
	}

	private String plain(int pieces) {
		StringBuilder text = new StringBuilder();
		for (int count = this.random.nextInt(pieces + 1); count > 0; count--) {
			text.append(PIECES.get(this.random.nextInt(PIECES.size())));
		}
		return text.toString();
	}

}
