// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is in an answer in place of what would be.
 *
 * @param status the status, or {@code null} for that of the method
 * @param headers the headers that are set
 * @param body the body, or {@code null} for what comes with the status
 * @param gzip how the body is compressed, or {@code null} if it is not
 */
record ScriptedAnswer(@Nullable Integer status, Map<String, String> headers, byte @Nullable [] body,
		@Nullable SpoiltGzip gzip) {

	Reply spoil(Reply answer) {
		Reply spoilt = answer;
		if (this.status != null && this.status != answer.status()) {
			spoilt = DefaultAnswers.of(this.status);
		}
		if (this.body != null) {
			spoilt = spoilt.withBody(this.body);
		}
		if (this.gzip != null) {
			spoilt = spoilt.withBody(this.gzip.compress(spoilt.body())).withHeader("Content-Encoding", "gzip");
		}
		for (Map.Entry<String, String> header : this.headers.entrySet()) {
			spoilt = spoilt.withHeader(header.getKey(), header.getValue());
		}
		return spoilt;
	}

	/**
	 * Whether the header may be wrong about the body, which the HTTP codec would not
	 * write.
	 */
	boolean hasOwnLength() {
		return this.headers.keySet().stream().anyMatch("Content-Length"::equalsIgnoreCase);
	}

}
