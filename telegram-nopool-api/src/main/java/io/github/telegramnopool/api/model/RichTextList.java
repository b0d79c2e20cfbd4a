package io.github.telegramnopool.api.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Several texts, one after the other.
 *
 * @param texts the texts
 * @since 0.1.0
 */
@JsonDeserialize
public record RichTextList(@JsonValue List<RichText> texts) implements RichText {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public RichTextList {
		texts = List.copyOf(texts);
	}

}
