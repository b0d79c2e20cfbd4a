// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.management;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * {@link SanitizingFunction} that keeps tokens of bots and passwords of proxies out of
 * the actuator, even where it is told to show values.
 * <p>
 * It goes by the names of our properties, by what a token looks like, and by the values
 * that are in force, wherever they stand: a placeholder leads from one property to
 * another. Of a proxy's URL only the credentials are masked.
 *
 * @since 0.1.0
 */
public final class TelegramSanitizingFunction implements SanitizingFunction {

	private static final Pattern SECRET_KEY = Pattern.compile("telegram\\.(?:bots\\..+\\.)?(?:token|proxy\\.password)");

	private static final Pattern PROXY_KEY = Pattern
		.compile("telegram\\.(?:bots\\..+\\.)?proxy\\.(?:url|fallbacks.*)|(?:https?|all)\\.proxy");

	private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/\\s,]*@");

	private static final Pattern TOKEN = Pattern.compile("\\d{5,}(?::|%3[Aa])[A-Za-z0-9_-]{24,}");

	/**
	 * What is shorter stands in many a value by chance.
	 */
	private static final int SHORTEST_PART = 6;

	private final Supplier<? extends Collection<String>> secrets;

	/**
	 * Create a function.
	 * @param secrets tells the tokens and passwords that are in force
	 */
	public TelegramSanitizingFunction(Supplier<? extends Collection<String>> secrets) {
		this.secrets = secrets;
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		Object value = data.getValue();
		if (value == null) {
			return data;
		}
		String key = normalized(data.getKey());
		String text = value.toString();
		if (SECRET_KEY.matcher(key).matches()) {
			return data.withSanitizedValue();
		}
		if (PROXY_KEY.matcher(key).matches()) {
			String masked = CREDENTIALS.matcher(text).replaceAll(SanitizableData.SANITIZED_VALUE + "@");
			if (!holdsSecret(masked)) {
				return masked.equals(text) ? data : data.withValue(masked);
			}
		}
		return holdsSecret(text) ? data.withSanitizedValue() : data;
	}

	/**
	 * An environment variable in the form of a property.
	 */
	private static String normalized(@Nullable String key) {
		return (key != null) ? key.toLowerCase(Locale.ROOT).replace('_', '.') : "";
	}

	private boolean holdsSecret(String text) {
		return TOKEN.matcher(text).find() || this.secrets.get().stream().anyMatch((secret) -> isIn(text, secret));
	}

	private static boolean isIn(String text, String secret) {
		return (secret.length() < SHORTEST_PART) ? text.equals(secret) : text.contains(secret);
	}

}
