// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A refusal in Telegram's terms, thrown by a method and answered as JSON.
 */
final class ApiError extends RuntimeException {

	private final int code;

	private final transient @Nullable ObjectNode parameters;

	ApiError(int code, String description) {
		this(code, description, null);
	}

	ApiError(int code, String description, @Nullable ObjectNode parameters) {
		super(description, null, false, false);
		this.code = code;
		this.parameters = parameters;
	}

	static ApiError badRequest(String detail) {
		return new ApiError(400, "Bad Request: " + detail);
	}

	/**
	 * As {@code Query::set_retry_after_error} has it.
	 */
	static ApiError flood(int seconds) {
		return new ApiError(429, "Too Many Requests: retry after " + seconds,
				Json.object().put("retry_after", seconds));
	}

	static ApiError notFound() {
		return new ApiError(404, "Not Found");
	}

	Reply toReply() {
		String message = getMessage();
		return Reply.error(this.code, (message != null) ? message : "", this.parameters);
	}

}
