// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * An answer of the proxy's own to the request for a tunnel. Unless told otherwise it has
 * the length of its body and ends the connection.
 *
 * @param status the status
 * @param headers the headers
 * @param body the body
 * @param length whether the length of the body is told
 * @param heldOpen whether the connection stays open behind it
 * @param socks5 what a client of SOCKS5 is told, such as 1 for a general failure
 * @since 0.1.0
 */
public record FailTunnel(int status, Map<String, String> headers, String body, boolean length, boolean heldOpen,
		int socks5) implements EntryFault {

	private static final int GENERAL_FAILURE = 1;

	public FailTunnel {
		if (status < 200 || status > 599) {
			throw new IllegalArgumentException("'status' must be from 200 to 599, but is " + status);
		}
		if (socks5 < 1 || socks5 > 255) {
			throw new IllegalArgumentException("'socks5' must be from 1 to 255, but is " + socks5);
		}
	}

	static FailTunnel of(int status) {
		return new FailTunnel(status, Map.of(), "", true, false, GENERAL_FAILURE);
	}

	/**
	 * Add a header.
	 * @param name the name
	 * @param value the value
	 * @return the fault with it
	 */
	public FailTunnel header(String name, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.put(name, value);
		return new FailTunnel(this.status, headers, this.body, this.length, this.heldOpen, this.socks5);
	}

	/**
	 * Set the body.
	 * @param body such as a page that says why
	 * @return the fault with it
	 */
	public FailTunnel body(String body) {
		return new FailTunnel(this.status, this.headers, body, this.length, this.heldOpen, this.socks5);
	}

	/**
	 * Do not tell the length of the body, so that only the end of the connection ends it.
	 * @return the fault without the header {@code Content-Length}
	 */
	public FailTunnel withoutLength() {
		return new FailTunnel(this.status, this.headers, this.body, false, this.heldOpen, this.socks5);
	}

	/**
	 * Leave the connection open behind the answer.
	 * @return the fault that does not close
	 */
	public FailTunnel holdOpen() {
		return new FailTunnel(this.status, this.headers, this.body, this.length, true, this.socks5);
	}

	/**
	 * Set the code that a client of SOCKS5 is told.
	 * @param reply such as 2 for "not allowed by ruleset" or 5 for "connection refused"
	 * @return the fault with it
	 */
	public FailTunnel socks5(int reply) {
		return new FailTunnel(this.status, this.headers, this.body, this.length, this.heldOpen, reply);
	}

	boolean isSuccess() {
		return this.status < 300;
	}

	/**
	 * The answer as an HTTP client reads it.
	 */
	String text() {
		StringBuilder text = new StringBuilder("HTTP/1.1 ").append(HttpResponseStatus.valueOf(this.status))
			.append("\r\n");
		this.headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
		// Behind a success comes the tunnel and no body
		if (this.length && !isSuccess()) {
			text.append("Content-Length: ").append(this.body.getBytes(StandardCharsets.UTF_8).length).append("\r\n");
		}
		if (!this.heldOpen && !isSuccess()) {
			text.append("Connection: close\r\n");
		}
		return text.append("\r\n").append(this.body).toString();
	}

}
