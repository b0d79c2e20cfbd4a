package io.github.telegramnopool.api.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads one of several types, after a look at the value.
 *
 * @param <T> the sealed interface of them
 */
abstract class UnionReader<T> extends StdDeserializer<T> {

	UnionReader(Class<T> union) {
		super(union);
	}

	@Override
	public final T deserialize(JsonParser parser, DeserializationContext context) {
		JsonNode json = context.readTree(parser);
		Class<? extends T> member = memberOf(json);
		if (member == null) {
			return context.reportInputMismatch(this, "This is no %s that is known here", handledType().getSimpleName());
		}
		return context.readTreeAsValue(json, member);
	}

	/**
	 * Sees which of the types the value is.
	 * @param json the value
	 * @return its type or {@code null} if it is none of them
	 */
	abstract @Nullable Class<? extends T> memberOf(JsonNode json);

	static boolean has(JsonNode json, String... fields) {
		for (String field : fields) {
			if (!json.has(field)) {
				return false;
			}
		}
		return true;
	}

}
