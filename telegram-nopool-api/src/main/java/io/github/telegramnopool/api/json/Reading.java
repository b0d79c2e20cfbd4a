// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import java.time.Instant;
import java.util.regex.Pattern;

import io.github.telegramnopool.api.ChatId;
import io.github.telegramnopool.api.InputFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what has no codec of its own, as servers write it: numbers and truths may come as
 * texts.
 */
final class Reading {

	/**
	 * The last second that an {@link Instant} can hold.
	 */
	private static final long LAST_SECOND = Instant.MAX.getEpochSecond();

	/**
	 * What a number is in JSON, and not all that Java takes for one.
	 */
	private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

	private Reading() {
	}

	static int integer(JsonParser in) {
		long value = number(in);
		if (value != (int) value) {
			throw mismatch(in, "a number of 32 bits");
		}
		return (int) value;
	}

	static long number(JsonParser in) {
		return switch (in.currentToken()) {
			case VALUE_NUMBER_INT -> whole(in);
			case VALUE_NUMBER_FLOAT -> whole(in.getDoubleValue(), in);
			case VALUE_STRING -> whole(in.getString().strip(), in);
			default -> throw mismatch(in, "a number");
		};
	}

	private static long whole(JsonParser in) {
		if (in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
			throw mismatch(in, "a number of 64 bits");
		}
		return in.getLongValue();
	}

	private static long whole(double value, JsonParser in) {
		if (value != Math.rint(value) || Math.abs(value) >= 0x1p63) {
			throw mismatch(in, "a whole number");
		}
		return (long) value;
	}

	private static long whole(String text, JsonParser in) {
		try {
			return text.isEmpty() ? 0 : Long.parseLong(text);
		}
		catch (NumberFormatException ex) {
			throw mismatch(in, "a number");
		}
	}

	static double decimal(JsonParser in) {
		double value = switch (in.currentToken()) {
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getDoubleValue();
			case VALUE_STRING -> decimal(in.getString().strip(), in);
			default -> throw mismatch(in, "a number");
		};
		if (!Double.isFinite(value)) {
			throw mismatch(in, "a number of 64 bits");
		}
		return value;
	}

	private static double decimal(String text, JsonParser in) {
		if (!text.isEmpty() && !DECIMAL.matcher(text).matches()) {
			throw mismatch(in, "a number");
		}
		return text.isEmpty() ? 0 : Double.parseDouble(text);
	}

	static boolean truth(JsonParser in) {
		return switch (in.currentToken()) {
			case VALUE_TRUE -> true;
			case VALUE_FALSE -> false;
			case VALUE_NUMBER_INT -> whole(in) != 0;
			case VALUE_STRING -> truth(in.getString().strip(), in);
			default -> throw mismatch(in, "true or false");
		};
	}

	private static boolean truth(String text, JsonParser in) {
		return switch (text) {
			case "true", "True", "1" -> true;
			case "false", "False", "0", "" -> false;
			default -> throw mismatch(in, "true or false");
		};
	}

	static String text(JsonParser in) {
		return switch (in.currentToken()) {
			case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> in.getString();
			default -> throw mismatch(in, "a text");
		};
	}

	static Instant instant(JsonParser in) {
		long seconds = number(in);
		if (seconds > LAST_SECOND || seconds < -LAST_SECOND) {
			throw mismatch(in, "a point in time");
		}
		return Instant.ofEpochSecond(seconds);
	}

	static ChatId chatId(JsonParser in) {
		try {
			return (in.currentToken() == JsonToken.VALUE_STRING) ? ChatId.of(in.getString()) : ChatId.of(number(in));
		}
		catch (IllegalArgumentException ex) {
			throw mismatch(in, "a chat");
		}
	}

	static InputFile file(JsonParser in) {
		try {
			return InputFile.fileId(text(in));
		}
		catch (IllegalArgumentException ex) {
			throw mismatch(in, "a file");
		}
	}

	/**
	 * Checks that an object is there for which there is no empty value.
	 */
	static <T> T required(@Nullable T value, String name, JsonParser in) {
		if (value == null) {
			throw new UnreadableValueException(in, "'" + name + "' is missing");
		}
		return value;
	}

	/**
	 * Reads what is left of an object.
	 * @param in a parser at the name of a property or at the object's end, afterwards at
	 * the end
	 * @param json takes it
	 */
	static ObjectNode rest(JsonParser in, ObjectNode json) {
		for (String name = in.currentName(); in.currentToken() == JsonToken.PROPERTY_NAME; name = in.nextName()) {
			in.nextToken();
			json.set(name, in.readValueAsTree());
		}
		return json;
	}

	/**
	 * Reads an object that was kept.
	 * @param in the parser that it comes from, at the object's end
	 */
	static <T> T from(ObjectNode json, ObjectCodec<T> codec, JsonParser in) {
		try (JsonParser tree = json.traverse(in.objectReadContext())) {
			tree.nextToken();
			return codec.read(tree);
		}
		catch (UnreadableValueException ex) {
			throw ex.within(in);
		}
	}

	static UnreadableValueException mismatch(JsonParser in, String expected) {
		return new UnreadableValueException(in, "there is " + name(in) + " and not " + expected);
	}

	static UnreadableValueException unknownMember(Codec<?> union, JsonParser in) {
		String name = union.getClass().getSimpleName().replace("Codec", "");
		return new UnreadableValueException(in, "there is no " + name + " that is known here");
	}

	private static String name(JsonParser in) {
		return switch (in.currentToken()) {
			case START_OBJECT, END_OBJECT -> "an object";
			case START_ARRAY -> "a list";
			case VALUE_STRING -> "a text";
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
			case VALUE_TRUE, VALUE_FALSE -> "true or false";
			default -> "something";
		};
	}

}
