// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The credentials that the proxy asks for.
 *
 * @param username the user
 * @param password the password
 */
record ProxyLogin(String username, String password) {

	boolean matches(String username, String password) {
		return this.username.equals(username) && this.password.equals(password);
	}

	boolean matchesBasic(String authorization) {
		String expected = Base64.getEncoder()
			.encodeToString((this.username + ":" + this.password).getBytes(StandardCharsets.UTF_8));
		int space = authorization.indexOf(' ');
		return space > 0 && authorization.substring(0, space).equalsIgnoreCase("Basic")
				&& authorization.substring(space + 1).strip().equals(expected);
	}

	/**
	 * SOCKS4 has no password.
	 */
	boolean matchesUser(String username) {
		return this.username.equals(username);
	}

	String userInfo() {
		return encode(this.username) + ":" + encode(this.password) + "@";
	}

	@Override
	public String toString() {
		return "ProxyLogin[" + this.username + "]";
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
