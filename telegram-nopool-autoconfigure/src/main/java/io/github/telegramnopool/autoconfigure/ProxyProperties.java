// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Properties under {@code telegram.proxy}: the proxy for every connection.
 *
 * @since 0.1.0
 */
public final class ProxyProperties {

	/**
	 * URL of the proxy, such as 'socks5://user:secret@127.0.0.1:1080', with user and
	 * password percent-encoded, or 'direct' for none. Not together with the type, host,
	 * port, username and password.
	 */
	private @Nullable String url;

	/**
	 * Protocol spoken to the proxy.
	 */
	private @Nullable String type;

	/**
	 * Name or address of the proxy.
	 */
	private @Nullable String host;

	/**
	 * Port of the proxy.
	 */
	private @Nullable Integer port;

	/**
	 * User of the proxy.
	 */
	private @Nullable String username;

	/**
	 * Password of the proxy's user.
	 */
	private @Nullable String password;

	/**
	 * Comma-separated list of the URLs of further proxies. They are tried in their order
	 * when one fails before a request has left. With 'direct' among them, connections
	 * without a proxy are tried too.
	 */
	private List<String> fallbacks = new ArrayList<>();

	/**
	 * Whether to use, if no proxy is set here, the one of the JVM's system properties or
	 * of the environment variables HTTPS_PROXY and ALL_PROXY.
	 */
	private boolean useSystem;

	public @Nullable String getUrl() {
		return this.url;
	}

	public void setUrl(@Nullable String url) {
		this.url = url;
	}

	public @Nullable String getType() {
		return this.type;
	}

	public void setType(@Nullable String type) {
		this.type = type;
	}

	public @Nullable String getHost() {
		return this.host;
	}

	public void setHost(@Nullable String host) {
		this.host = host;
	}

	public @Nullable Integer getPort() {
		return this.port;
	}

	public void setPort(@Nullable Integer port) {
		this.port = port;
	}

	public @Nullable String getUsername() {
		return this.username;
	}

	public void setUsername(@Nullable String username) {
		this.username = username;
	}

	public @Nullable String getPassword() {
		return this.password;
	}

	public void setPassword(@Nullable String password) {
		this.password = password;
	}

	public List<String> getFallbacks() {
		return this.fallbacks;
	}

	public void setFallbacks(List<String> fallbacks) {
		this.fallbacks = fallbacks;
	}

	public boolean isUseSystem() {
		return this.useSystem;
	}

	public void setUseSystem(boolean useSystem) {
		this.useSystem = useSystem;
	}

}
