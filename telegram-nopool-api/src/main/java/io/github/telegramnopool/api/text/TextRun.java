// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;
import org.jspecify.annotations.Nullable;

/**
 * Characters that are formatted alike. Seen as runs, entities that cross each other or
 * that Telegram does not allow together come out as Telegram takes them: of two links,
 * codes or quotes the first one stays, and code has no styles.
 *
 * @param begin where it begins
 * @param end where it ends
 * @param quote the quote it is in
 * @param solid the link or code it is in
 * @param styles its styles, the one that lasts longest first
 */
record TextRun(int begin, int end, @Nullable MessageEntity quote, @Nullable MessageEntity solid,
		List<MessageEntity> styles) {

	private static final List<MessageEntityType> STYLES = List.of(MessageEntityType.BOLD, MessageEntityType.ITALIC,
			MessageEntityType.UNDERLINE, MessageEntityType.STRIKETHROUGH, MessageEntityType.SPOILER);

	private static final Comparator<MessageEntity> LASTING = Comparator.<MessageEntity>comparingInt(TextRun::end)
		.reversed()
		.thenComparing((style) -> STYLES.indexOf(style.type()));

	static List<TextRun> of(MessageText text) {
		TreeMap<Integer, MessageEntity> quotes = first(of(text, EntityKind.QUOTE));
		TreeMap<Integer, MessageEntity> solids = first(
				of(text, EntityKind.CODE, EntityKind.LINK).filter(TextRun::isComplete));
		List<TreeMap<Integer, MessageEntity>> styles = STYLES.stream().map((type) -> merged(text, type)).toList();
		TreeSet<Integer> borders = new TreeSet<>(List.of(0, text.length()));
		Stream.concat(Stream.of(quotes, solids), styles.stream()).forEach((entities) -> {
			borders.addAll(entities.keySet());
			entities.values().forEach((entity) -> borders.add(end(entity)));
		});
		List<TextRun> runs = new ArrayList<>();
		for (int begin : borders.headSet(text.length())) {
			int end = Objects.requireNonNull(borders.higher(begin));
			MessageEntity solid = at(solids, begin);
			boolean code = solid != null && EntityKind.of(solid) == EntityKind.CODE;
			runs.add(new TextRun(begin, end, at(quotes, begin), solid, code ? List.of() : allAt(styles, begin)));
		}
		return runs;
	}

	private static Stream<MessageEntity> of(MessageText text, EntityKind... kinds) {
		return text.entities().stream().filter((entity) -> List.of(kinds).contains(EntityKind.of(entity)));
	}

	/**
	 * Without what would make no link.
	 */
	private static boolean isComplete(MessageEntity entity) {
		MessageEntityType type = entity.type();
		return (!type.equals(MessageEntityType.TEXT_LINK) || (entity.url() != null && !entity.url().isEmpty()))
				&& (!type.equals(MessageEntityType.TEXT_MENTION) || entity.user() != null)
				&& (!type.equals(MessageEntityType.CUSTOM_EMOJI) || entity.customEmojiId() != null)
				&& (!type.equals(MessageEntityType.DATE_TIME) || entity.unixTime() != null);
	}

	private static TreeMap<Integer, MessageEntity> first(Stream<MessageEntity> entities) {
		TreeMap<Integer, MessageEntity> first = new TreeMap<>();
		entities.forEach((entity) -> {
			if (first.isEmpty() || end(first.lastEntry().getValue()) <= entity.offset()) {
				first.put(entity.offset(), entity);
			}
		});
		return first;
	}

	private static TreeMap<Integer, MessageEntity> merged(MessageText text, MessageEntityType type) {
		TreeMap<Integer, MessageEntity> merged = new TreeMap<>();
		text.entities().stream().filter((entity) -> entity.type().equals(type)).forEach((entity) -> {
			MessageEntity last = merged.isEmpty() ? null : merged.lastEntry().getValue();
			if (last != null && end(last) >= entity.offset()) {
				int length = Math.max(end(last), end(entity)) - last.offset();
				merged.put(last.offset(), last.toBuilder().length(length).build());
			}
			else {
				merged.put(entity.offset(), entity);
			}
		});
		return merged;
	}

	private static List<MessageEntity> allAt(List<TreeMap<Integer, MessageEntity>> styles, int offset) {
		Stream<MessageEntity> active = styles.stream().flatMap((ofType) -> Stream.ofNullable(at(ofType, offset)));
		return active.sorted(LASTING).toList();
	}

	private static @Nullable MessageEntity at(TreeMap<Integer, MessageEntity> entities, int offset) {
		Map.Entry<Integer, MessageEntity> last = entities.floorEntry(offset);
		return (last != null && offset < end(last.getValue())) ? last.getValue() : null;
	}

	static int end(MessageEntity entity) {
		return entity.offset() + entity.length();
	}

}
