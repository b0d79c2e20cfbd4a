// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * What the builders of types and methods check when {@code build()} is called. Public
 * only since they are in other packages.
 * <p>
 * Nothing is refused that the server would take, so a character is a Unicode code point,
 * as it is there. What is not set has no limit.
 *
 * @since 0.1.0
 */
public final class Limits {

	private final String owner;

	private Limits(String owner) {
		this.owner = owner;
	}

	/**
	 * Starts the checks of a value.
	 * @param owner name of its type
	 * @return the checks
	 */
	public static Limits of(String owner) {
		return new Limits(owner);
	}

	/**
	 * Checks the length of a text in characters.
	 * @param name name of the parameter
	 * @param text the text
	 * @param min the shortest length
	 * @param max the longest length, {@code Integer.MAX_VALUE} if it is not known
	 * @return this
	 */
	public Limits characters(String name, @Nullable String text, int min, int max) {
		return (text != null) ? amount(name, text.codePointCount(0, text.length()), "character", min, max) : this;
	}

	/**
	 * Checks the length of a text in bytes of UTF-8.
	 * @param name name of the parameter
	 * @param text the text
	 * @param min the shortest length
	 * @param max the longest length, {@code Integer.MAX_VALUE} if it is not known
	 * @return this
	 */
	public Limits bytes(String name, @Nullable String text, int min, int max) {
		return (text != null) ? amount(name, text.getBytes(StandardCharsets.UTF_8).length, "byte", min, max) : this;
	}

	/**
	 * Checks the length of a list.
	 * @param name name of the parameter
	 * @param list the list
	 * @param min the smallest number of items
	 * @param max the largest number of items, {@code Integer.MAX_VALUE} if it is not
	 * known
	 * @return this
	 */
	public Limits items(String name, @Nullable List<?> list, int min, int max) {
		return (list != null) ? amount(name, list.size(), "item", min, max) : this;
	}

	private Limits amount(String name, int amount, String unit, int min, int max) {
		if (amount < min || amount > max) {
			String units = (amount == 1) ? unit : unit + "s";
			throw refusal(name, "has " + amount + " " + units, range(min, max, max == Integer.MAX_VALUE));
		}
		return this;
	}

	/**
	 * Checks a number.
	 * @param name name of the parameter
	 * @param number the number
	 * @param min the smallest
	 * @param max the largest, {@code Long.MAX_VALUE} if there is none
	 * @param also numbers outside of the range that are good too
	 * @return this
	 */
	public Limits range(String name, @Nullable Number number, long min, long max, long... also) {
		if (number != null && !isIn(number.doubleValue(), min, max) && !contains(also, number)) {
			String others = (also.length > 0) ? " or " + list(also) : "";
			throw refusal(name, "is " + number, range(min, max, max == Long.MAX_VALUE) + others);
		}
		return this;
	}

	/**
	 * Checks that a number is one of those that are listed.
	 * @param name name of the parameter
	 * @param number the number
	 * @param values all that are good
	 * @return this
	 */
	public Limits oneOf(String name, @Nullable Number number, long... values) {
		if (number != null && !contains(values, number)) {
			throw refusal(name, "is " + number, list(values));
		}
		return this;
	}

	/**
	 * Checks that a number is not 0.
	 * @param name name of the parameter
	 * @param number the number
	 * @return this
	 */
	public Limits nonZero(String name, @Nullable Number number) {
		if (number != null && number.doubleValue() == 0) {
			throw refusal(name, "is 0", "any number but 0");
		}
		return this;
	}

	/**
	 * Checks that something is there which can be said in several ways.
	 * @param what names of the parameters
	 * @param there whether it is there
	 * @return this
	 */
	public Limits needs(String what, boolean there) {
		if (!there) {
			throw new IllegalStateException(this.owner + " needs " + what);
		}
		return this;
	}

	/**
	 * Checks that no two of several parameters are set. One that is {@code false} counts
	 * as not set.
	 * @param namesAndValues a name and a value in turn
	 * @return this
	 */
	public Limits atMostOne(@Nullable Object... namesAndValues) {
		List<String> set = quoted(namesAndValues, Limits::isSet);
		if (set.size() > 1) {
			throw new IllegalStateException(this.owner + " takes only one of " + String.join(" and ", set));
		}
		return this;
	}

	/**
	 * Checks that one of several parameters is set, and no other.
	 * @param namesAndValues a name and a value in turn
	 * @return this
	 */
	public Limits exactlyOne(@Nullable Object... namesAndValues) {
		if (quoted(namesAndValues, Limits::isSet).isEmpty()) {
			String all = String.join(", ", quoted(namesAndValues, (value) -> true));
			throw new IllegalStateException(this.owner + " needs one of " + all);
		}
		return atMostOne(namesAndValues);
	}

	private static List<String> quoted(@Nullable Object[] namesAndValues, Predicate<@Nullable Object> filter) {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			if (filter.test(namesAndValues[i + 1])) {
				names.add("'" + namesAndValues[i] + "'");
			}
		}
		return names;
	}

	private static boolean isSet(@Nullable Object value) {
		return value != null && !Boolean.FALSE.equals(value);
	}

	private IllegalArgumentException refusal(String name, String found, String taken) {
		return new IllegalArgumentException(this.owner + ": '" + name + "' " + found + ", but Telegram takes " + taken);
	}

	private static boolean isIn(double number, long min, long max) {
		return number >= min && number <= max;
	}

	private static boolean contains(long[] values, Number number) {
		return LongStream.of(values).anyMatch((value) -> value == number.doubleValue());
	}

	private static String range(long min, long max, boolean open) {
		if (open) {
			return "at least " + min;
		}
		return (min < 0) ? min + " to " + max : min + "-" + max;
	}

	private static String list(long[] values) {
		return Arrays.stream(values).mapToObj(String::valueOf).collect(Collectors.joining(", "));
	}

}
