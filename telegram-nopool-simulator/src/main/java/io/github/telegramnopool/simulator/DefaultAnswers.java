// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * What comes with a status when a script says nothing more.
 */
final class DefaultAnswers {

	private DefaultAnswers() {
	}

	static Reply of(int status) {
		String reason = HttpResponseStatus.valueOf(status).reasonPhrase();
		return switch (status) {
			case 200 -> Reply.isTrue();
			case 204, 413, 431 -> new Reply(status, Map.of(), new byte[0]);
			case 429 -> flood(5);
			case 502 -> nginx(status, "502 Bad Gateway");
			case 503 -> nginx(status, "503 Service Temporarily Unavailable");
			case 504 -> nginx(status, "504 Gateway Time-out");
			case 530 -> nginx(status, "530");
			default -> Reply.error(status, reason);
		};
	}

	static Reply flood(int seconds) {
		return ApiError.flood(seconds).toReply();
	}

	/**
	 * The official server never sends these: they come from the cloud's nginx in front of
	 * it.
	 */
	private static Reply nginx(int status, String title) {
		String page = """
				<html>\r
				<head><title>%s</title></head>\r
				<body>\r
				<center><h1>%s</h1></center>\r
				<hr><center>nginx/1.18.0</center>\r
				</body>\r
				</html>\r
				""".formatted(title, title);
		return new Reply(status, Map.of("Content-Type", "text/html"), page.getBytes(StandardCharsets.UTF_8));
	}

}
