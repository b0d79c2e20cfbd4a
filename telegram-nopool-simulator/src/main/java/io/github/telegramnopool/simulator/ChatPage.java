package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import reactor.core.publisher.Mono;

/**
 * The page on which a person writes to a bot: three static files.
 */
final class ChatPage {

	private static final Map<String, String> FILES = Map.of("/", "chat.html", "/chat.css", "chat.css", "/chat.js",
			"chat.js");

	private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css",
			"text/css; charset=utf-8", "js", "text/javascript; charset=utf-8");

	boolean serves(String path) {
		return FILES.containsKey(path) || path.equals("/favicon.ico");
	}

	Mono<Void> handle(Exchange exchange) {
		String file = FILES.get(exchange.rawPath());
		if (file == null || !exchange.verb().equals("GET")) {
			return exchange.write(ApiError.notFound().toReply());
		}
		Map<String, String> headers = Map.of("Content-Type",
				TYPES.getOrDefault(file.substring(file.indexOf('.') + 1), ""), "Cache-Control", "no-cache",
				"Content-Security-Policy", "default-src 'self'; img-src 'self' data:");
		return exchange.write(new Reply(200, headers, load(file)));
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
