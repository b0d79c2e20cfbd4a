// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.telegramnopool.api.model.MessageEntity;

/**
 * Entities of a text, seen from an offset that only moves on. What has ended before is
 * not looked at again, however many parts a text has.
 */
final class EntityCursor {

	private final List<MessageEntity> entities;

	/**
	 * Those that begin before the offset and end after it.
	 */
	private final List<MessageEntity> begun = new ArrayList<>();

	/**
	 * The first that begins at the offset or after it.
	 */
	private int next;

	private int offset;

	EntityCursor(MessageText text) {
		this.entities = text.entities();
	}

	void moveTo(int offset) {
		while (this.next < this.entities.size() && this.entities.get(this.next).offset() < offset) {
			this.begun.add(this.entities.get(this.next));
			this.next++;
		}
		this.begun.removeIf((entity) -> TextRun.end(entity) <= offset);
		this.offset = offset;
	}

	/**
	 * Find where one entity too many begins.
	 * @param count how many there may be, with those that begin at the offset or before
	 * it and end after it
	 * @return an offset after the current one, or the greatest number if there are not so
	 * many
	 */
	int excess(int count) {
		int index = this.next + Math.max(0, count - this.begun.size());
		while (index < this.entities.size() && this.entities.get(index).offset() == this.offset) {
			index++;
		}
		return (index < this.entities.size()) ? this.entities.get(index).offset() : Integer.MAX_VALUE;
	}

	/**
	 * Those that lie at least in part between the current offset and another one.
	 */
	Stream<MessageEntity> until(int end) {
		Stream<MessageEntity> ahead = this.entities.subList(this.next, this.entities.size()).stream();
		return Stream.concat(this.begun.stream(), ahead.takeWhile((entity) -> entity.offset() < end));
	}

}
