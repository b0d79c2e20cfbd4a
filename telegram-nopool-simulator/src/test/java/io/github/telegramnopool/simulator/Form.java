// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.http.HttpResponse;

/**
 * A multipart request to be written by a test.
 */
final class Form {

	private final StringBuilder body = new StringBuilder();

	Form text(String name, String value) {
		this.body.append("--b\r\nContent-Disposition: form-data; name=\"")
			.append(name)
			.append("\"\r\n\r\n")
			.append(value)
			.append("\r\n");
		return this;
	}

	Form file(String name, String fileName, String content) {
		this.body.append("--b\r\nContent-Disposition: form-data; name=\"")
			.append(name)
			.append("\"; filename=\"")
			.append(fileName)
			.append("\"\r\nContent-Type: text/x-test\r\n\r\n")
			.append(content)
			.append("\r\n");
		return this;
	}

	HttpResponse<String> post(BotCalls calls, String methodAndQuery) {
		return calls.post(calls.path(methodAndQuery), "multipart/form-data; boundary=b", toString());
	}

	@Override
	public String toString() {
		return this.body + "--b--\r\n";
	}

}
