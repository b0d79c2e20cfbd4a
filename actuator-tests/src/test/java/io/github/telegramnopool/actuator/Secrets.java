// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Texts that may be told by nothing, in all the ways in which they can be written.
 */
final class Secrets {

	private final Set<String> forms = new LinkedHashSet<>();

	Secrets token(String token) {
		add(token);
		add(token.substring(token.indexOf(':') + 1));
		return this;
	}

	/**
	 * The password of a proxy's user, also as it travels to an HTTP proxy.
	 */
	Secrets password(String username, String password) {
		add(password);
		this.forms.addAll(base64(username + ":" + password));
		return this;
	}

	private void add(String secret) {
		String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
		this.forms.addAll(List.of(secret, encoded, encoded.toLowerCase(Locale.ROOT), encoded.replace("+", "%20"),
				secret.replace(":", "%3A"), secret.replace("/", "\\/")));
		this.forms.addAll(base64(secret));
	}

	private static List<String> base64(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return List.of(Base64.getEncoder().withoutPadding().encodeToString(bytes),
				Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/**
	 * What of them stands in a text.
	 */
	List<String> in(String text) {
		return this.forms.stream().filter(text::contains).toList();
	}

	/**
	 * Whether each of the texts would be found.
	 */
	boolean find(String... texts) {
		return Stream.of(texts).noneMatch((text) -> in(text).isEmpty());
	}

}
