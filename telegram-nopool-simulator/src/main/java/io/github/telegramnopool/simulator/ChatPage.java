// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

import reactor.core.publisher.Mono;

/**
 * The page on which a person writes to a bot: static files, and no others than those that
 * are named here.
 */
final class ChatPage {

	private static final Set<String> FILES = Set.of("answers.js", "api.js", "app.js", "bubble.js", "chat.css",
			"chat.html", "chats.js", "commands.js", "composer.js", "content.js", "conversation.js", "dialogs.js",
			"dom.js", "entities.js", "events.js", "heading.js", "inline.js", "keyboard.js", "lane.js", "layout.css",
			"look.js", "menu.js", "message.css", "panel.css", "panel.js", "people.js", "phases.js", "plot.js",
			"poll.js", "presses.js", "pulse.js", "reactions.js", "store.js", "suggestions.js", "switches.js",
			"uploads.js", "words-en.js", "words-zh.js", "words.js");

	private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css",
			"text/css; charset=utf-8", "js", "text/javascript; charset=utf-8");

	/**
	 * Nothing from elsewhere; what a bot says never becomes a program.
	 */
	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
			+ "frame-ancestors 'none'";

	boolean serves(String path) {
		return path.equals("/favicon.ico") || FILES.contains(file(path));
	}

	Mono<Void> handle(Exchange exchange) {
		String file = file(exchange.rawPath());
		if (!FILES.contains(file) || !exchange.verb().equals("GET")) {
			return exchange.write(ApiError.notFound().toReply());
		}
		Map<String, String> headers = Map.of("Content-Type",
				TYPES.getOrDefault(file.substring(file.indexOf('.') + 1), ""), "Cache-Control", "no-cache",
				"X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer", "Content-Security-Policy",
				POLICY);
		return exchange.write(new Reply(200, headers, load(file)));
	}

	private static String file(String path) {
		return path.equals("/") ? "chat.html" : path.substring(path.startsWith("/") ? 1 : 0);
	}

	private static byte[] load(String file) {
		try (InputStream content = ChatPage.class.getResourceAsStream("page/" + file)) {
			if (content == null) {
				throw new IllegalStateException("'" + file + "' is missing from the simulator's jar");
			}
			return content.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
