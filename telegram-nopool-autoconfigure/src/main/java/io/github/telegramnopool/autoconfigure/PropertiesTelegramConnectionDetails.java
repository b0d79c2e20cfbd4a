// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.github.telegramnopool.transport.ProxySettings;
import io.github.telegramnopool.transport.ProxyType;
import io.github.telegramnopool.transport.Route;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/**
 * Adapts {@link TelegramProperties} to {@link TelegramConnectionDetails}.
 */
final class PropertiesTelegramConnectionDetails implements TelegramConnectionDetails {

	private final TelegramProperties properties;

	private final SslBundles sslBundles;

	PropertiesTelegramConnectionDetails(TelegramProperties properties, SslBundles sslBundles) {
		this.properties = properties;
		this.sslBundles = sslBundles;
	}

	@Override
	public String getToken() {
		String token = this.properties.getToken();
		if (!StringUtils.hasText(token)) {
			throw new InvalidTelegramPropertyException("telegram.token", "it is not set",
					"Set it to the token that BotFather gave you, or set 'telegram.enabled' to false.");
		}
		return token.strip();
	}

	@Override
	public URI getBaseUrl() {
		return this.properties.getBaseUrl();
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		String bundle = this.properties.getSsl().getBundle();
		try {
			return StringUtils.hasText(bundle) ? this.sslBundles.getBundle(bundle) : null;
		}
		catch (NoSuchSslBundleException ex) {
			throw new InvalidTelegramPropertyException("telegram.ssl.bundle",
					"there is no SSL bundle of the name '" + bundle + "'",
					"Define it under 'spring.ssl.bundle', or remove the property.");
		}
	}

	@Override
	public @Nullable ProxySettings getProxy() {
		ProxyProperties proxy = this.properties.getProxy();
		String url = proxy.getUrl();
		if (StringUtils.hasText(url)) {
			refuseBoth(proxy);
			return Route.isDirect(url) ? null : usable("telegram.proxy.url", () -> ProxySettings.parse(url));
		}
		if (!StringUtils.hasText(proxy.getHost())) {
			refusePieces(proxy);
			return proxy.isUseSystem() ? systemProxy() : null;
		}
		return assembled(proxy, proxy.getHost());
	}

	@Override
	public List<Route> getProxyFallbacks() {
		ProxyProperties proxy = this.properties.getProxy();
		List<String> fallbacks = proxy.getFallbacks();
		if (!fallbacks.isEmpty() && getProxy() == null && !isDirect(proxy)) {
			throw new InvalidTelegramPropertyException("telegram.proxy.fallbacks",
					"there is no proxy that they could stand in for",
					"Set 'telegram.proxy.url' to the proxy that is preferred, or to 'direct' to use them only when "
							+ "there is no direct way.");
		}
		return IntStream.range(0, fallbacks.size())
			.mapToObj((index) -> usable("telegram.proxy.fallbacks[" + index + "]",
					() -> Route.parse(fallbacks.get(index))))
			.toList();
	}

	private static boolean isDirect(ProxyProperties proxy) {
		String url = proxy.getUrl();
		return url != null && Route.isDirect(url);
	}

	private @Nullable ProxySettings systemProxy() {
		return usable("telegram.proxy.use-system",
				() -> new SystemProxy(System.getenv()::get, System::getProperty).find(getBaseUrl()));
	}

	private static void refuseBoth(ProxyProperties proxy) {
		if (StringUtils.hasText(proxy.getHost()) || hasPieces(proxy)) {
			throw new InvalidTelegramPropertyException("telegram.proxy.url",
					"other properties under 'telegram.proxy' are set as well",
					"Set the URL, with user and password in it, or all of the others, but not both.");
		}
	}

	/**
	 * Whoever sets a part of a proxy wants one: never connect directly then.
	 */
	private static void refusePieces(ProxyProperties proxy) {
		if (hasPieces(proxy)) {
			throw new InvalidTelegramPropertyException("telegram.proxy.host",
					"it is not set, but other properties of the proxy are",
					"Set it, or remove the other properties under 'telegram.proxy'.");
		}
	}

	private static boolean hasPieces(ProxyProperties proxy) {
		return StringUtils.hasText(proxy.getType()) || proxy.getPort() != null
				|| StringUtils.hasText(proxy.getUsername()) || StringUtils.hasText(proxy.getPassword());
	}

	private static ProxySettings assembled(ProxyProperties proxy, String host) {
		String type = required("telegram.proxy.type", proxy.getType(), "Set it to http, socks4 or socks5.");
		Integer port = required("telegram.proxy.port", proxy.getPort(), "Set it to the port of the proxy.");
		String username = StringUtils.hasText(proxy.getUsername()) ? proxy.getUsername() : null;
		String password = StringUtils.hasLength(proxy.getPassword()) ? proxy.getPassword() : null;
		ProxyType proxyType = usable("telegram.proxy.type", () -> ProxyType.of(type));
		String suspect = (username != null && password == null) ? "telegram.proxy.password"
				: (username == null && password != null) ? "telegram.proxy.username" : "telegram.proxy";
		return usable(suspect, () -> new ProxySettings(proxyType, host, port, username, password));
	}

	private static <T> T required(String property, @Nullable T value, String action) {
		if (value == null || (value instanceof String text && !StringUtils.hasText(text))) {
			throw new InvalidTelegramPropertyException(property, "it is not set, but 'telegram.proxy.host' is", action);
		}
		return value;
	}

	private static <T extends @Nullable Object> T usable(String property, Supplier<T> value) {
		try {
			return value.get();
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidTelegramPropertyException(property, String.valueOf(ex.getMessage()),
					"Correct it, or remove the properties under 'telegram.proxy' to connect directly.");
		}
	}

}
