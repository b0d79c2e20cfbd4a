// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import org.jspecify.annotations.Nullable;

/**
 * What is tried with each proxy.
 */
enum ProxyCase {

	NO_CREDENTIALS("no credentials", false, true),

	CREDENTIALS("credentials", true, true),

	WRONG_CREDENTIALS("wrong credentials", true, false),

	MISSING_CREDENTIALS("none where they are required", true, false),

	UNKNOWN_NAME("unknown target name", false, false),

	REFUSED_PORT("refused target port", false, false),

	RESTART("proxy restarted", false, true);

	private final String title;

	private final boolean passwordRequired;

	private final boolean success;

	ProxyCase(String title, boolean passwordRequired, boolean success) {
		this.title = title;
		this.passwordRequired = passwordRequired;
		this.success = success;
	}

	String title() {
		return this.title;
	}

	/**
	 * Whether the proxy requires a password.
	 */
	boolean passwordRequired() {
		return this.passwordRequired;
	}

	/**
	 * Whether the conversation is expected to be held.
	 */
	boolean succeedsWith(RealProxy proxy) {
		return this.success && proxy.opensTunnels();
	}

	/**
	 * Why a proxy can't be tried so, or {@code null} if it can.
	 */
	@Nullable String whyNotApplicable(RealProxy proxy) {
		if (this.passwordRequired && proxy.whyWithoutUsers() != null) {
			return proxy.whyWithoutUsers();
		}
		if (!proxy.opensTunnels() && this != NO_CREDENTIALS) {
			return "no tunnel in any case";
		}
		return (this == UNKNOWN_NAME && !proxy.takesNames()) ? "SOCKS4 names no targets" : null;
	}

}
