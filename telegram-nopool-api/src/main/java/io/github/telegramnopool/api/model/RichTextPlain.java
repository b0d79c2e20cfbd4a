package io.github.telegramnopool.api.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A text without markup.
 *
 * @param text the text
 * @since 0.1.0
 */
@JsonDeserialize
public record RichTextPlain(@JsonValue String text) implements RichText {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public RichTextPlain {
	}

}
