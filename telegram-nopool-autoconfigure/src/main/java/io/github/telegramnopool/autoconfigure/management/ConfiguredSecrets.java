// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure.management;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.telegramnopool.autoconfigure.TelegramConnectionDetails;
import io.github.telegramnopool.transport.ProxySettings;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * The tokens and passwords of an application's bots: those of the properties, whether a
 * bot is made of them or not, and those of connection details that somebody provides.
 */
final class ConfiguredSecrets implements Supplier<Set<String>> {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("telegram");

	/**
	 * As it is written in the URL of a proxy.
	 */
	private static final Pattern PASSWORD = Pattern.compile("://[^/\\s,:@]*:(?<password>[^/\\s,]*)@");

	private final Environment environment;

	private final ObjectProvider<TelegramConnectionDetails> details;

	ConfiguredSecrets(Environment environment, ObjectProvider<TelegramConnectionDetails> details) {
		this.environment = environment;
		this.details = details;
	}

	@Override
	public Set<String> get() {
		Set<String> secrets = new HashSet<>();
		names().forEach((name) -> addProperty(secrets, name));
		this.details.orderedStream().forEach((details) -> addDetails(secrets, details));
		return secrets;
	}

	private Stream<ConfigurationPropertyName> names() {
		return StreamSupport.stream(ConfigurationPropertySources.get(this.environment).spliterator(), false)
			.filter(IterableConfigurationPropertySource.class::isInstance)
			.flatMap((source) -> ((IterableConfigurationPropertySource) source).stream())
			.filter(ROOT::isAncestorOf);
	}

	private void addProperty(Set<String> secrets, ConfigurationPropertyName name) {
		String value = value(name.toString());
		switch (name.getLastElement(Form.UNIFORM)) {
			case "token" -> addToken(secrets, value);
			case "password" -> add(secrets, value);
			default -> addUrl(secrets, value);
		}
	}

	private @Nullable String value(String name) {
		try {
			return this.environment.getProperty(name);
		}
		catch (IllegalArgumentException ex) {
			// A placeholder that stands for nothing
			return null;
		}
	}

	private static void addDetails(Set<String> secrets, TelegramConnectionDetails details) {
		try {
			addToken(secrets, details.getToken());
			addProxy(secrets, details.getProxy());
			details.getProxyFallbacks().forEach((route) -> addProxy(secrets, route.proxy()));
		}
		catch (RuntimeException ex) {
			// Not usable, which somebody else complains about
		}
	}

	private static void addToken(Set<String> secrets, @Nullable String token) {
		if (StringUtils.hasText(token)) {
			add(secrets, token.strip());
			add(secrets, token.substring(token.indexOf(':') + 1).strip());
		}
	}

	private static void addUrl(Set<String> secrets, @Nullable String value) {
		Matcher password = PASSWORD.matcher((value != null) ? value : "");
		while (password.find()) {
			add(secrets, password.group("password"));
			add(secrets, decoded(password.group("password")));
		}
	}

	private static @Nullable String decoded(String password) {
		try {
			return UriUtils.decode(password, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static void addProxy(Set<String> secrets, @Nullable ProxySettings proxy) {
		if (proxy != null) {
			add(secrets, proxy.password());
		}
	}

	private static void add(Set<String> secrets, @Nullable String secret) {
		if (StringUtils.hasText(secret)) {
			secrets.add(secret);
			secrets.add(UriUtils.encode(secret, StandardCharsets.UTF_8));
			secrets.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
		}
	}

}
