// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.model;

import java.util.List;

/**
 * Several texts, one after the other.
 *
 * @param texts the texts
 * @since 0.1.0
 */
public record RichTextList(List<RichText> texts) implements RichText {

	public RichTextList {
		texts = List.copyOf(texts);
	}

}
