// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;

/**
 * Finds where a part of a text best ends.
 * <p>
 * The end of a paragraph, a line or a sentence counts if the part gets at least half
 * full; otherwise a part is as long as possible.
 */
final class CutFinder {

	/**
	 * A character as readers see it: an emoji with all that belongs to it, for example.
	 */
	private static final Pattern GRAPHEME = Pattern.compile("\\X");

	private static final String SENTENCE_ENDS = ".!?…";

	/**
	 * No space follows these.
	 */
	private static final String WIDE_SENTENCE_ENDS = "。！？";

	private static final String CLOSINGS = "\"')]»”’」』）";

	private static final char ZERO_WIDTH_JOINER = '\u200d';

	private final MessageText text;

	/**
	 * Offsets within entities that are something else when cut, such as a custom emoji or
	 * a URL.
	 */
	private final BitSet atoms = new BitSet();

	CutFinder(MessageText text) {
		this.text = text;
		text.entities()
			.stream()
			.filter(CutFinder::isAtom)
			.forEach((atom) -> this.atoms.set(atom.offset() + 1, TextRun.end(atom)));
	}

	private static boolean isAtom(MessageEntity entity) {
		return EntityKind.of(entity) == EntityKind.FOUND || entity.type().equals(MessageEntityType.CUSTOM_EMOJI);
	}

	/**
	 * Find the end of a part.
	 * @param begin where the part begins
	 * @param limit where it ends at the latest, before the end of the text
	 * @return the end, after which white space may follow
	 */
	int find(int begin, int limit) {
		int paragraph = begin;
		int line = begin;
		int sentence = begin;
		int word = begin;
		for (int cut = begin + 1; cut <= limit; cut++) {
			if (endsWideSentence(cut) && isWhole(cut)) {
				sentence = cut;
			}
			if (isSpace(cut) && !isSpace(cut - 1) && isWhole(cut)) {
				word = cut;
				sentence = endsSentence(cut, begin) ? cut : sentence;
				int lineEnds = lineEnds(cut);
				line = (lineEnds > 0) ? cut : line;
				paragraph = (lineEnds > 1) ? cut : paragraph;
			}
		}
		int half = begin + (limit - begin) / 2;
		for (int cut : new int[] { paragraph, line, sentence }) {
			if (cut > begin && cut >= half) {
				return cut;
			}
		}
		return (word > begin) ? word : anywhere(begin, limit);
	}

	/**
	 * Whether there is white space that nothing is combined with.
	 */
	boolean isSpace(int offset) {
		return offset < this.text.length() && Character.isWhitespace(this.text.charAt(offset))
				&& !isCombining(offset + 1);
	}

	private boolean isCombining(int offset) {
		if (offset >= this.text.length()) {
			return false;
		}
		int character = Character.codePointAt(this.text, offset);
		return switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
			default -> character == ZERO_WIDTH_JOINER;
		};
	}

	private boolean isWhole(int cut) {
		return !this.atoms.get(cut);
	}

	private boolean endsSentence(int cut, int begin) {
		int last = cut - 1;
		while (last > begin && CLOSINGS.indexOf(this.text.charAt(last)) >= 0) {
			last--;
		}
		return SENTENCE_ENDS.indexOf(this.text.charAt(last)) >= 0;
	}

	private boolean endsWideSentence(int cut) {
		return WIDE_SENTENCE_ENDS.indexOf(this.text.charAt(cut - 1)) >= 0 && !isCombining(cut)
				&& CLOSINGS.indexOf(this.text.charAt(cut)) < 0 && WIDE_SENTENCE_ENDS.indexOf(this.text.charAt(cut)) < 0;
	}

	private int lineEnds(int space) {
		int lineEnds = 0;
		for (int offset = space; isSpace(offset); offset++) {
			lineEnds += (this.text.charAt(offset) == '\n') ? 1 : 0;
		}
		return lineEnds;
	}

	/**
	 * After as many whole characters as possible, if there is one at all. Whether one
	 * ends at the limit shows in the code point after it; a character that goes on for
	 * long is not read to its end again for each part.
	 */
	private int anywhere(int begin, int limit) {
		List<Integer> ends = new ArrayList<>();
		int visible = Math.min(limit + 2, this.text.length());
		Matcher grapheme = GRAPHEME.matcher(this.text.text()).region(begin, visible);
		grapheme.useTransparentBounds(true);
		while (grapheme.find() && grapheme.end() <= limit) {
			ends.add(grapheme.end());
		}
		for (int i = ends.size() - 1; i >= 0; i--) {
			if (isWhole(ends.get(i))) {
				return ends.get(i);
			}
		}
		if (!ends.isEmpty()) {
			return ends.get(ends.size() - 1);
		}
		boolean pair = Character.isSurrogatePair(this.text.charAt(limit - 1), this.text.charAt(limit));
		return pair ? limit - 1 : limit;
	}

}
