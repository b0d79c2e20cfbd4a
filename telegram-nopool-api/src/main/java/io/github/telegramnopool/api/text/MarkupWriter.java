// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;
import org.jspecify.annotations.Nullable;

/**
 * Writes a text as markup, run by run: a quote is outermost, in it links and code, in
 * these the styles.
 */
abstract class MarkupWriter {

	private final List<TextRun> runs;

	private final StringBuilder markup = new StringBuilder();

	private @Nullable MessageEntity quote;

	private @Nullable MessageEntity solid;

	private final Deque<MessageEntity> styles = new ArrayDeque<>();

	MarkupWriter(List<TextRun> runs) {
		this.runs = runs;
	}

	final String write() {
		this.runs.forEach((run) -> {
			change(run.quote(), run.solid(), run.styles());
			writeText(run);
		});
		change(null, null, List.of());
		return this.markup.toString();
	}

	private void change(@Nullable MessageEntity quote, @Nullable MessageEntity solid, List<MessageEntity> styles) {
		boolean sameQuote = this.quote == quote;
		boolean sameSolid = sameQuote && this.solid == solid;
		while (!this.styles.isEmpty() && !(sameSolid && styles.containsAll(this.styles))) {
			endStyle(this.styles.pop().type());
		}
		if (this.solid != null && !sameSolid) {
			MessageEntity ended = this.solid;
			this.solid = null;
			endSolid(ended);
		}
		if (this.quote != null && !sameQuote) {
			endQuote(this.quote);
		}
		if (quote != null && !sameQuote) {
			beginQuote(quote);
		}
		this.quote = quote;
		if (solid != null && !sameSolid) {
			beginSolid(solid);
		}
		this.solid = solid;
		styles.stream().filter((style) -> !this.styles.contains(style)).forEach((style) -> {
			beginStyle(style.type());
			this.styles.push(style);
		});
	}

	final void append(String text) {
		this.markup.append(text);
	}

	/**
	 * Innermost style that is begun and not ended.
	 */
	final @Nullable MessageEntityType style() {
		return this.styles.isEmpty() ? null : this.styles.peek().type();
	}

	abstract void writeText(TextRun run);

	abstract void beginQuote(MessageEntity quote);

	abstract void endQuote(MessageEntity quote);

	abstract void beginSolid(MessageEntity solid);

	abstract void endSolid(MessageEntity solid);

	abstract void beginStyle(MessageEntityType style);

	abstract void endStyle(MessageEntityType style);

}
