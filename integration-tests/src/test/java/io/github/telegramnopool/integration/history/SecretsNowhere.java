// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * No file that a run leaves behind holds a secret, in any form.
 */
final class SecretsNowhere {

	private final List<String> forms = new ArrayList<>();

	SecretsNowhere(List<String> secrets) {
		for (String secret : secrets) {
			// Without the bot's id in front, which is no secret
			String half = secret.substring(secret.indexOf(':') + 1);
			this.forms.add(half);
			for (int before = 0; before < 3; before++) {
				this.forms.add(base64(half, before));
			}
		}
	}

	/**
	 * The base64 of a text behind so many other bytes, without the digits that it shares
	 * with its neighbours.
	 */
	private static String base64(String text, int before) {
		byte[] bytes = ("x".repeat(before) + text).getBytes(StandardCharsets.UTF_8);
		String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
		int start = (before == 0) ? 0 : before + 1;
		return encoded.substring(start, encoded.length() - ((bytes.length % 3 == 0) ? 0 : 1));
	}

	List<String> check(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile).flatMap((file) -> check(directory, file).stream()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<String> check(Path directory, Path file) {
		List<String> found = new ArrayList<>();
		// One byte is one character, so that no file is unreadable
		try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
			int number = 1;
			for (String line = reader.readLine(); line != null; line = reader.readLine(), number++) {
				if (this.forms.stream().anyMatch(line::contains)) {
					found.add("SecretsNowhere: %s holds a secret in line %d".formatted(directory.relativize(file),
							number));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return found;
	}

}
