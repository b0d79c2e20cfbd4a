// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.telegramnopool.transport.ProxySettings;
import io.github.telegramnopool.transport.ProxyType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.PatternMatchUtils;
import org.springframework.util.StringUtils;

/**
 * The proxy that the JVM's system properties name or, if they name none, the environment.
 * Variables are found in upper and lower case, as programs spell them in both ways.
 */
final class SystemProxy {

	private final Function<String, @Nullable String> environment;

	private final Function<String, @Nullable String> properties;

	SystemProxy(Function<String, @Nullable String> environment, Function<String, @Nullable String> properties) {
		this.environment = environment;
		this.properties = properties;
	}

	/**
	 * Find the proxy for a server.
	 * @return the proxy or {@code null} if there is none for it
	 * @throws IllegalArgumentException if there is one that can't be used; the message
	 * names the variable and does not repeat its value
	 */
	@Nullable ProxySettings find(URI server) {
		String scheme = server.getScheme().toLowerCase(Locale.ROOT);
		ProxySettings proxy = ofProperties(scheme, server.getHost());
		return (proxy != null) ? proxy : ofEnvironment(scheme, server.getHost());
	}

	private @Nullable ProxySettings ofProperties(String scheme, String host) {
		String http = property(scheme + ".proxyHost");
		if (http != null) {
			String[] direct = StringUtils.delimitedListToStringArray(property("http.nonProxyHosts"), "|");
			return PatternMatchUtils.simpleMatch(direct, host) ? null
					: new ProxySettings(ProxyType.HTTP, http, port(scheme + ".proxyPort", 80), null, null);
		}
		String socks = property("socksProxyHost");
		if (socks == null) {
			return null;
		}
		ProxyType type = "4".equals(property("socksProxyVersion")) ? ProxyType.SOCKS4 : ProxyType.SOCKS5;
		String password = (type == ProxyType.SOCKS5) ? property("java.net.socks.password") : null;
		return new ProxySettings(type, socks, port("socksProxyPort", 1080), property("java.net.socks.username"),
				password);
	}

	private int port(String property, int otherwise) {
		String port = property(property);
		return (port != null) ? Integer.parseInt(port) : otherwise;
	}

	private @Nullable ProxySettings ofEnvironment(String scheme, String host) {
		if (isDirect(host)) {
			return null;
		}
		for (String variable : new String[] { scheme + "_proxy", "all_proxy" }) {
			String url = variable(variable);
			if (url != null) {
				return parse(variable.toUpperCase(Locale.ROOT), url);
			}
		}
		return null;
	}

	private static ProxySettings parse(String variable, String url) {
		try {
			return ProxySettings.parse(url.contains("://") ? url : "http://" + url);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"the environment variable " + variable + " can't be used, " + ex.getMessage());
		}
	}

	/**
	 * By {@code NO_PROXY}: a host stands for itself and for what is below it.
	 */
	private boolean isDirect(String host) {
		return Arrays.stream(StringUtils.commaDelimitedListToStringArray(variable("no_proxy")))
			.map(String::strip)
			.filter(StringUtils::hasText)
			.map((entry) -> StringUtils.trimLeadingCharacter(entry, '.'))
			.anyMatch((entry) -> entry.equals("*") || host.equalsIgnoreCase(entry)
					|| host.toLowerCase(Locale.ROOT).endsWith("." + entry.toLowerCase(Locale.ROOT)));
	}

	private @Nullable String property(String name) {
		String value = this.properties.apply(name);
		return StringUtils.hasText(value) ? value : null;
	}

	private @Nullable String variable(String name) {
		return Stream.of(name, name.toUpperCase(Locale.ROOT))
			.map(this.environment)
			.filter(StringUtils::hasText)
			.findFirst()
			.orElse(null);
	}

}
