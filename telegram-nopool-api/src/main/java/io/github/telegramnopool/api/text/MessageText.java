// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.api.model.MessageEntity;
import org.jspecify.annotations.Nullable;

/**
 * A text together with its formatting, as entities: nothing has to be escaped.
 * <p>
 * Offsets and lengths are those of Java, which are Telegram's as well: UTF-16 code units.
 * Cutting ({@link #subSequence}, {@link #split(int)}) and joining (by a
 * {@link MessageTextBuilder}) move the entities along.
 *
 * @param text the text
 * @param entities the formatting, by where it begins
 * @see <a href="https://core.telegram.org/bots/api#messageentity">MessageEntity</a>
 * @since 0.1.0
 */
public record MessageText(String text, List<MessageEntity> entities) implements CharSequence {

	/**
	 * The most characters that a message may have.
	 */
	public static final int MAX_LENGTH = 4096;

	/**
	 * The most characters that the caption of a photo, a video or another file may have.
	 */
	public static final int MAX_CAPTION_LENGTH = 1024;

	/**
	 * The most entities that a message may have. Telegram's documentation does not tell,
	 * but further ones are silently ignored.
	 */
	public static final int MAX_ENTITIES = 100;

	private static final Comparator<MessageEntity> OUTER_FIRST = Comparator.comparingInt(MessageEntity::offset)
		.thenComparing(Comparator.comparingInt(MessageEntity::length).reversed());

	/**
	 * Make a text from what is known of it.
	 * @param text the text
	 * @param entities the formatting
	 * @throws IllegalArgumentException if an entity is empty, does not lie within the
	 * text, or cuts a surrogate pair
	 */
	public MessageText {
		Objects.requireNonNull(text, "'text' must not be null");
		entities = entities.stream().sorted(OUTER_FIRST).toList();
		for (MessageEntity entity : entities) {
			if (!fits(text, entity)) {
				throw new IllegalArgumentException(
						("'entities' must have a length, lie within the text and not cut a surrogate pair, unlike '%s' "
								+ "at %d with length %d in a text of length %d")
							.formatted(entity.type(), entity.offset(), entity.length(), text.length()));
			}
		}
	}

	/**
	 * A text without formatting.
	 * @param text the text
	 * @return the text
	 */
	public static MessageText of(String text) {
		return new MessageText(text, List.of());
	}

	/**
	 * What a message says: its text or, if it has none, its caption. Entities that do not
	 * fit the text are left out.
	 * @param message a message that was received
	 * @return the text, empty if there is neither
	 */
	public static MessageText of(Message message) {
		return (message.text() != null) ? fitting(message.text(), message.entities())
				: fitting(Objects.requireNonNullElse(message.caption(), ""), message.captionEntities());
	}

	private static MessageText fitting(String text, @Nullable List<MessageEntity> entities) {
		Stream<MessageEntity> received = (entities != null) ? entities.stream() : Stream.empty();
		return new MessageText(text, received.filter((entity) -> fits(text, entity)).toList());
	}

	private static boolean fits(String text, MessageEntity entity) {
		return entity.offset() >= 0 && entity.length() > 0 && entity.offset() <= text.length() - entity.length()
				&& isBetweenCharacters(text, entity.offset())
				&& isBetweenCharacters(text, entity.offset() + entity.length());
	}

	private static boolean isBetweenCharacters(String text, int offset) {
		return offset == 0 || offset == text.length() || !Character.isLowSurrogate(text.charAt(offset))
				|| !Character.isHighSurrogate(text.charAt(offset - 1));
	}

	/**
	 * Start with an empty text.
	 * @return a new builder
	 */
	public static MessageTextBuilder builder() {
		return new MessageTextBuilder();
	}

	/**
	 * Length, as Telegram counts it at most: an emoji counts twice or more.
	 * @return the number of UTF-16 code units
	 */
	@Override
	public int length() {
		return this.text.length();
	}

	@Override
	public char charAt(int index) {
		return this.text.charAt(index);
	}

	/**
	 * A part of the text with the formatting that lies in it. What is cut at the border
	 * keeps its link, its language and so on; what Telegram finds by itself, such as a
	 * hashtag, is not taken along in pieces.
	 * @param start where to begin
	 * @param end where to end
	 * @return the part
	 */
	@Override
	public MessageText subSequence(int start, int end) {
		return subSequence(start, end, this.entities.stream());
	}

	/**
	 * Spares a look at all entities.
	 * @param entities at least those that lie in the part
	 */
	MessageText subSequence(int start, int end, Stream<MessageEntity> entities) {
		Stream<MessageEntity> parts = entities
			.filter((entity) -> entity.offset() < end && entity.offset() + entity.length() > start)
			.filter((entity) -> EntityKind.of(entity) != EntityKind.FOUND
					|| (entity.offset() >= start && entity.offset() + entity.length() <= end))
			.map((entity) -> part(entity, start, end));
		return new MessageText(this.text.substring(start, end), parts.toList());
	}

	private static MessageEntity part(MessageEntity entity, int start, int end) {
		int from = Math.max(entity.offset(), start);
		int to = Math.min(entity.offset() + entity.length(), end);
		return entity.toBuilder().offset(from - start).length(to - from).build();
	}

	/**
	 * Split into texts of messages.
	 * @return the parts, none if there is nothing but white space
	 * @see #split(int)
	 */
	public List<MessageText> split() {
		return split(MAX_LENGTH);
	}

	/**
	 * Split a text that is too long or has more than {@value #MAX_ENTITIES} entities:
	 * between paragraphs if possible, else between lines, sentences or words, else
	 * anywhere but inside a character as readers see it. Formatting that is cut goes on
	 * in the next part. White space is dropped where it is cut and nowhere else.
	 * @param maxLength the most characters of a part, at least 2
	 * @return the parts, none if there is nothing but white space
	 */
	public List<MessageText> split(int maxLength) {
		return new TextSplitter(this, maxLength).split();
	}

	/**
	 * Write with {@code parse_mode} HTML. Left out is what Telegram finds by itself.
	 * @return the markup
	 * @see <a href="https://core.telegram.org/bots/api#html-style">HTML style</a>
	 */
	public String toHtml() {
		return new HtmlWriter(this).write();
	}

	/**
	 * Write with {@code parse_mode} MarkdownV2. Left out is what Telegram finds by
	 * itself. In this style the end of a quote's last line belongs to the quote.
	 * @return the markup
	 * @throws IllegalStateException if a quote begins or ends within a line, which
	 * MarkdownV2 has no way to write
	 * @see <a href="https://core.telegram.org/bots/api#markdownv2-style">MarkdownV2</a>
	 */
	public String toMarkdownV2() {
		return MarkdownV2Writer.of(this).write();
	}

	/**
	 * Text alone.
	 * @return the text without formatting
	 */
	@Override
	public String toString() {
		return this.text;
	}

}
