// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import io.github.telegramnopool.api.model.MessageEntityType;

/**
 * Splits a text into parts of a length.
 */
final class TextSplitter {

	private final MessageText text;

	private final int maxLength;

	private final CutFinder cuts;

	private final EntityCursor entities;

	private final BitSet blocksOfCode = new BitSet();

	TextSplitter(MessageText text, int maxLength) {
		if (maxLength < 2) {
			throw new IllegalArgumentException("'maxLength' must be at least 2, which an emoji needs: " + maxLength);
		}
		this.text = text;
		this.maxLength = maxLength;
		this.cuts = new CutFinder(text);
		this.entities = new EntityCursor(text);
		text.entities()
			.stream()
			.filter((entity) -> entity.type().equals(MessageEntityType.PRE))
			.forEach((block) -> this.blocksOfCode.set(block.offset(), TextRun.end(block)));
	}

	List<MessageText> split() {
		List<MessageText> parts = new ArrayList<>();
		int begin = 0;
		for (int limit = limit(begin); limit < this.text.length(); limit = limit(begin)) {
			int cut = this.cuts.find(begin, limit);
			add(parts, begin, cut);
			begin = this.cuts.isSpace(cut) ? skipSpace(cut) : cut;
		}
		add(parts, begin, this.text.length());
		return parts;
	}

	/**
	 * A part ends at the latest where it gets too long, or where one entity too many
	 * begins.
	 */
	private int limit(int begin) {
		this.entities.moveTo(begin);
		int limit = begin + Math.min(this.text.length() - begin, this.maxLength);
		return Math.min(limit, this.entities.excess(MessageText.MAX_ENTITIES));
	}

	private void add(List<MessageText> parts, int begin, int end) {
		if (!this.text.text().substring(begin, end).isBlank()) {
			parts.add(this.text.subSequence(begin, end, this.entities.until(end)));
		}
	}

	/**
	 * In a block of code the indentation of a line stays.
	 */
	private int skipSpace(int begin) {
		int end = begin;
		int line = -1;
		while (this.cuts.isSpace(end)) {
			if (this.text.charAt(end) == '\n') {
				line = end + 1;
			}
			end++;
		}
		return (line > 0 && this.blocksOfCode.get(line)) ? line : end;
	}

}
