// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * A way to Telegram.
 *
 * @param name what it is called in tables
 * @param telegram the URL that clients are told
 * @param proxy the URL of the proxy that clients are told, or {@code null}
 */
public record Line(String name, URI telegram, @Nullable URI proxy) {

	/**
	 * How a client is told of it.
	 * @return the URLs, with a dash for no proxy
	 */
	public String words() {
		return this.telegram + " " + ((this.proxy != null) ? this.proxy : "-");
	}

}
