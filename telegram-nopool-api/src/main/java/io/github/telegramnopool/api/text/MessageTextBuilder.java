// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;
import io.github.telegramnopool.api.model.User;

/**
 * Builds a {@link MessageText} from the beginning to the end.
 * <p>
 * Content is a {@link String}, a {@link MessageText} that has formatting of its own, or
 * what a consumer builds. Mentions by {@code @username}, hashtags, commands and plain
 * URLs need nothing: Telegram finds them. What Telegram would leave out, such as code
 * within bold text, is refused with an {@link IllegalArgumentException}. Empty content
 * adds nothing.
 *
 * @see <a href="https://core.telegram.org/bots/api#formatting-options">Formatting</a>
 * @since 0.1.0
 */
public final class MessageTextBuilder {

	private static final Pattern DATE_TIME_FORMAT = Pattern.compile("[rR]|[wWdDtT]*");

	private final StringBuilder text = new StringBuilder();

	private final List<MessageEntity> entities = new ArrayList<>();

	MessageTextBuilder() {
	}

	/**
	 * Add a text without formatting.
	 * @param text the text
	 * @return this builder
	 */
	public MessageTextBuilder text(String text) {
		this.text.append(text);
		return this;
	}

	/**
	 * Add a text with its formatting.
	 * @param text the text
	 * @return this builder
	 */
	public MessageTextBuilder append(MessageText text) {
		return add(text);
	}

	/**
	 * Add a text and the end of its line.
	 * @param text the text
	 * @return this builder
	 */
	public MessageTextBuilder line(CharSequence text) {
		return add(text).newLine();
	}

	/**
	 * Add the end of a line.
	 * @return this builder
	 */
	public MessageTextBuilder newLine() {
		return text("\n");
	}

	/**
	 * Add bold text.
	 * @param content the text
	 * @return this builder
	 */
	public MessageTextBuilder bold(CharSequence content) {
		return add(MessageEntityType.BOLD, content);
	}

	/**
	 * Add bold text.
	 * @param content builds the text
	 * @return this builder
	 */
	public MessageTextBuilder bold(Consumer<MessageTextBuilder> content) {
		return bold(built(content));
	}

	/**
	 * Add italic text.
	 * @param content the text
	 * @return this builder
	 */
	public MessageTextBuilder italic(CharSequence content) {
		return add(MessageEntityType.ITALIC, content);
	}

	/**
	 * Add italic text.
	 * @param content builds the text
	 * @return this builder
	 */
	public MessageTextBuilder italic(Consumer<MessageTextBuilder> content) {
		return italic(built(content));
	}

	/**
	 * Add underlined text.
	 * @param content the text
	 * @return this builder
	 */
	public MessageTextBuilder underline(CharSequence content) {
		return add(MessageEntityType.UNDERLINE, content);
	}

	/**
	 * Add underlined text.
	 * @param content builds the text
	 * @return this builder
	 */
	public MessageTextBuilder underline(Consumer<MessageTextBuilder> content) {
		return underline(built(content));
	}

	/**
	 * Add text with a line through it.
	 * @param content the text
	 * @return this builder
	 */
	public MessageTextBuilder strikethrough(CharSequence content) {
		return add(MessageEntityType.STRIKETHROUGH, content);
	}

	/**
	 * Add text with a line through it.
	 * @param content builds the text
	 * @return this builder
	 */
	public MessageTextBuilder strikethrough(Consumer<MessageTextBuilder> content) {
		return strikethrough(built(content));
	}

	/**
	 * Add text that is hidden until it is tapped.
	 * @param content the text
	 * @return this builder
	 */
	public MessageTextBuilder spoiler(CharSequence content) {
		return add(MessageEntityType.SPOILER, content);
	}

	/**
	 * Add text that is hidden until it is tapped.
	 * @param content builds the text
	 * @return this builder
	 */
	public MessageTextBuilder spoiler(Consumer<MessageTextBuilder> content) {
		return spoiler(built(content));
	}

	/**
	 * Add a quote.
	 * @param content the text
	 * @return this builder
	 */
	public MessageTextBuilder blockquote(CharSequence content) {
		return add(MessageEntityType.BLOCKQUOTE, content);
	}

	/**
	 * Add a quote.
	 * @param content builds the text
	 * @return this builder
	 */
	public MessageTextBuilder blockquote(Consumer<MessageTextBuilder> content) {
		return blockquote(built(content));
	}

	/**
	 * Add a quote that is shown whole when it is tapped.
	 * @param content the text
	 * @return this builder
	 */
	public MessageTextBuilder expandableBlockquote(CharSequence content) {
		return add(MessageEntityType.EXPANDABLE_BLOCKQUOTE, content);
	}

	/**
	 * Add a quote that is shown whole when it is tapped.
	 * @param content builds the text
	 * @return this builder
	 */
	public MessageTextBuilder expandableBlockquote(Consumer<MessageTextBuilder> content) {
		return expandableBlockquote(built(content));
	}

	/**
	 * Add text of fixed width within a line.
	 * @param code the text
	 * @return this builder
	 */
	public MessageTextBuilder code(String code) {
		return add(MessageEntityType.CODE, code);
	}

	/**
	 * Add a block of text of fixed width.
	 * @param code the text
	 * @return this builder
	 */
	public MessageTextBuilder pre(String code) {
		return add(MessageEntityType.PRE, code);
	}

	/**
	 * Add a block of code.
	 * @param code the text
	 * @param language the language it is written in, such as {@code java}
	 * @return this builder
	 */
	public MessageTextBuilder pre(String code, String language) {
		return add(MessageEntity.builder().type(MessageEntityType.PRE).language(language), MessageEntityType.PRE, code);
	}

	/**
	 * Add a link.
	 * @param label the text
	 * @param url where it leads
	 * @return this builder
	 */
	public MessageTextBuilder link(CharSequence label, String url) {
		if (url.isBlank()) {
			throw new IllegalArgumentException("'url' must not be blank: Telegram would leave the link out");
		}
		return add(MessageEntity.builder().type(MessageEntityType.TEXT_LINK).url(url), MessageEntityType.TEXT_LINK,
				label);
	}

	/**
	 * Add a link.
	 * @param label builds the text
	 * @param url where it leads
	 * @return this builder
	 */
	public MessageTextBuilder link(Consumer<MessageTextBuilder> label, String url) {
		return link(built(label), url);
	}

	/**
	 * Add a mention of a user, with or without a username. It works for users who have
	 * talked to the bot or are in the chat.
	 * @param label the text
	 * @param user the user
	 * @return this builder
	 */
	public MessageTextBuilder mention(CharSequence label, User user) {
		return add(MessageEntity.builder().type(MessageEntityType.TEXT_MENTION).user(user),
				MessageEntityType.TEXT_MENTION, label);
	}

	/**
	 * Add a mention of a user.
	 * @param label the text
	 * @param userId identifier of the user
	 * @return this builder
	 * @see #mention(CharSequence, User)
	 */
	public MessageTextBuilder mention(CharSequence label, long userId) {
		return (label.length() > 0) ? mention(label, User.of(userId, false, label.toString())) : this;
	}

	/**
	 * Add a custom emoji.
	 * @param emoji the emoji that stands for it where it can't be shown
	 * @param id its identifier, from a sticker of the set it belongs to
	 * @return this builder
	 */
	public MessageTextBuilder customEmoji(String emoji, String id) {
		return add(MessageEntity.builder().type(MessageEntityType.CUSTOM_EMOJI).customEmojiId(id),
				MessageEntityType.CUSTOM_EMOJI, emoji);
	}

	/**
	 * Add a point in time that readers see in their own time zone.
	 * @param label the text where that can't be shown
	 * @param time the point in time
	 * @param format {@code r} for relative, or some of {@code w} day of the week,
	 * {@code d} or {@code D} short or long date, {@code t} or {@code T} short or long
	 * time; empty to show the label
	 * @return this builder
	 */
	public MessageTextBuilder dateTime(CharSequence label, Instant time, String format) {
		if (!DATE_TIME_FORMAT.matcher(format).matches()) {
			throw new IllegalArgumentException("'format' must be 'r' or made of w, d, D, t and T: " + format);
		}
		if (time.getEpochSecond() <= 0) {
			throw new IllegalArgumentException("'time' must be after 1970 began: " + time);
		}
		MessageEntity.Builder entity = MessageEntity.builder().type(MessageEntityType.DATE_TIME).unixTime(time);
		return add(format.isEmpty() ? entity : entity.dateTimeFormat(format), MessageEntityType.DATE_TIME, label);
	}

	private static MessageText built(Consumer<MessageTextBuilder> content) {
		MessageTextBuilder builder = new MessageTextBuilder();
		content.accept(builder);
		return builder.build();
	}

	private MessageTextBuilder add(MessageEntityType type, CharSequence content) {
		return add(MessageEntity.builder().type(type), type, content);
	}

	private MessageTextBuilder add(MessageEntity.Builder entity, MessageEntityType type, CharSequence content) {
		if (content.length() == 0) {
			return this;
		}
		if (content instanceof MessageText formatted) {
			formatted.entities().forEach((inner) -> EntityKind.checkNesting(type, inner.type()));
		}
		this.entities.add(entity.offset(this.text.length()).length(content.length()).build());
		return add(content);
	}

	private MessageTextBuilder add(CharSequence content) {
		int offset = this.text.length();
		if (content instanceof MessageText formatted) {
			formatted.entities()
				.forEach((inner) -> this.entities.add(inner.toBuilder().offset(offset + inner.offset()).build()));
		}
		this.text.append(content.toString());
		return this;
	}

	/**
	 * Make the text.
	 * @return the text
	 */
	public MessageText build() {
		return new MessageText(this.text.toString(), this.entities);
	}

}
