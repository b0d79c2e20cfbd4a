// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * A proxy through which every connection goes. Its text form never shows the password.
 *
 * @param type the protocol spoken to the proxy
 * @param host the name or address of the proxy
 * @param port the port of the proxy
 * @param username the user, or {@code null} for none
 * @param password the user's password; set exactly when there is a user, except for SOCKS
 * 4, which knows no passwords
 * @since 0.1.0
 */
public record ProxySettings(ProxyType type, String host, int port, @Nullable String username,
		@Nullable String password) {

	private static final Pattern URL = Pattern
		.compile("(?<scheme>[A-Za-z0-9+.-]+)://(?:(?<userinfo>[^/?#]*)@)?(?<host>\\[[^\\]]+]|[^:/?#@\\[\\]]+)"
				+ "(?::(?<port>\\d{1,5}))?/?");

	private static final Pattern HOST = Pattern.compile("[^@/\\s]+");

	/**
	 * RFC 1929 carries the length of each in one byte.
	 */
	private static final int SOCKS5_CREDENTIAL_BYTES = 255;

	public ProxySettings {
		require(StringUtils.hasText(host), "it names no host");
		// Who is told of the proxy is told of the host
		require(HOST.matcher(host).matches(), "its host is more than a name or an address");
		require(port > 0 && port <= 65535, "its port is not between 1 and 65535");
		require(username == null || !username.isEmpty(), "its user is empty");
		require(password == null || username != null, "it has a password but no user");
		require(type == ProxyType.SOCKS4 || username == null || password != null, "it has a user but no password");
		require(type != ProxyType.SOCKS4 || password == null, "SOCKS4 knows no passwords, use socks5");
		if (type == ProxyType.SOCKS5) {
			require(isSocks5Credential(username) && isSocks5Credential(password),
					"user and password of a SOCKS5 proxy must be 1 to 255 ASCII characters");
		}
	}

	/**
	 * Read a proxy's URL.
	 * @param url a URL such as {@code socks5://user:secret@127.0.0.1:1080}, with user and
	 * password percent-encoded
	 * @return the proxy
	 * @throws IllegalArgumentException if the URL can't be used; the message does not
	 * repeat it, since it may hold a password
	 */
	public static ProxySettings parse(String url) {
		Matcher matcher = URL.matcher(url.trim());
		require(matcher.matches(), "it is not of the form <type>://<user>:<password>@<host>:<port>, "
				+ "where special characters of user and password are percent-encoded");
		ProxyType type = ProxyType.of(matcher.group("scheme"));
		require(matcher.group("port") != null, "it names no port");
		String host = matcher.group("host");
		String userinfo = matcher.group("userinfo");
		int colon = (userinfo != null) ? userinfo.indexOf(':') : -1;
		String username = (colon >= 0) ? userinfo.substring(0, colon) : userinfo;
		String password = (colon >= 0) ? userinfo.substring(colon + 1) : null;
		return new ProxySettings(type, host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
				Integer.parseInt(matcher.group("port")), decode(username), decode(password));
	}

	private static @Nullable String decode(@Nullable String encoded) {
		if (encoded == null || encoded.isEmpty()) {
			return null;
		}
		try {
			return UriUtils.decode(encoded, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			// Spring's message repeats what it was given
			throw new IllegalArgumentException("its user or password is not correctly percent-encoded");
		}
	}

	private static boolean isSocks5Credential(@Nullable String value) {
		return value == null || (value.length() <= SOCKS5_CREDENTIAL_BYTES
				&& StandardCharsets.US_ASCII.newEncoder().canEncode(value));
	}

	private static void require(boolean condition, String otherwise) {
		if (!condition) {
			throw new IllegalArgumentException(otherwise);
		}
	}

	/**
	 * What to call the proxy in a message.
	 * @return type, host and port, such as {@code socks5 proxy 127.0.0.1:1080}
	 */
	public String description() {
		String literal = (this.host.indexOf(':') >= 0) ? "[" + this.host + "]" : this.host;
		return this.type.name().toLowerCase(Locale.ROOT) + " proxy " + literal + ":" + this.port;
	}

	@Override
	public String toString() {
		return description() + ((this.username != null) ? " with credentials" : "");
	}

}
