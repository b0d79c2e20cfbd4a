package io.github.telegramnopool.api.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Result of an edit: the message as it is now, or just {@code true} where the bot can't
 * see it, since it was sent inline.
 *
 * @param message the message or {@code null} if it was sent inline
 * @since 0.1.0
 */
public record MessageOrTrue(@Nullable Message message) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public MessageOrTrue {
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static MessageOrTrue of(boolean done) {
		return new MessageOrTrue(null);
	}

	@JsonValue
	Object json() {
		return (this.message != null) ? this.message : true;
	}

}
