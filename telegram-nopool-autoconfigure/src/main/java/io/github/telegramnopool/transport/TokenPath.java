// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.springframework.web.util.UriUtils;

/**
 * Knows where the token goes: {@code /sendMessage} becomes
 * {@code /bot<token>/sendMessage}, and {@code /file/photos/1.jpg} becomes
 * {@code /file/bot<token>/photos/1.jpg}.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 * @see <a href="https://core.telegram.org/bots/api#getfile">getFile</a>
 */
final class TokenPath {

	private static final String FILE = "/file";

	private final String base;

	private final String segment;

	TokenPath(TransportSettings settings) {
		String path = settings.baseUrl().getRawPath();
		this.base = (path == null) ? "" : path.replaceAll("/+$", "");
		this.segment = "/bot" + settings.token().value() + (settings.testEnvironment() ? "/test" : "");
	}

	/**
	 * Path of a method without the token, below the base URL.
	 */
	String of(String method) {
		return this.base + "/" + method;
	}

	/**
	 * Path of a file without the token, below the base URL.
	 * @throws IllegalArgumentException if the path leads elsewhere
	 */
	String ofFile(String filePath) {
		return this.base + FILE + "/"
				+ Arrays.stream(filePath.split("/", -1)).map(TokenPath::encode).collect(Collectors.joining("/"));
	}

	private static String encode(String segment) {
		if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
			throw new IllegalArgumentException("its file_path is not below the bot's files");
		}
		return UriUtils.encode(segment, StandardCharsets.UTF_8);
	}

	String withToken(String path) {
		String rest = path.substring(this.base.length());
		return rest.startsWith(FILE + "/") ? this.base + FILE + this.segment + rest.substring(FILE.length())
				: this.base + this.segment + rest;
	}

}
