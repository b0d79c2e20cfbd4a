// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The bots that the configuration names under {@code telegram.bots}, and whether there is
 * the default one, which needs no name.
 */
final class NamedBots {

	/**
	 * Name of the bot that beans without a qualifier belong to.
	 */
	static final String DEFAULT = "default";

	private static final ConfigurationPropertyName BOTS = ConfigurationPropertyName.of("telegram.bots");

	/**
	 * What can stand in the names of beans, threads and environment variables.
	 */
	private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

	private static final int SHORTEST_TOKEN = 24;

	private final Collection<String> names;

	private final Binder binder;

	private NamedBots(Collection<String> names, Binder binder) {
		this.names = names;
		this.binder = binder;
	}

	/**
	 * Find them. Only the names of properties are looked at, no value is resolved.
	 * @throws InvalidTelegramPropertyException if a name can't be used
	 */
	static NamedBots of(Environment environment) {
		// One spelling for each: environment variables have neither dashes nor small
		// letters, so what else names the same bot says more
		Map<String, String> spellings = new LinkedHashMap<>();
		ConfigurationPropertySources.get(environment).forEach((source) -> {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream().filter(BOTS::isAncestorOf).forEach((property) -> add(spellings, property));
			}
		});
		spellings.values().forEach(NamedBots::check);
		return new NamedBots(List.copyOf(spellings.values()),
				Binder.get(environment, new SecretiveBindHandler(BindHandler.DEFAULT)));
	}

	private static void add(Map<String, String> spellings, ConfigurationPropertyName property) {
		int index = BOTS.getNumberOfElements();
		String bare = property.getElement(index, Form.UNIFORM);
		spellings.merge(bare, property.getElement(index, Form.ORIGINAL),
				(known, other) -> known.equals(bare) ? other : known);
	}

	private static void check(String name) {
		if (!NAME.matcher(name).matches()) {
			// It may be a token at the wrong place
			String told = (name.length() < SHORTEST_TOKEN) ? name : name.substring(0, 8) + "...";
			throw new InvalidTelegramPropertyException("telegram.bots." + told,
					"a bot's name consists of letters, digits, '-' and '_', and begins with a letter", "Rename it.");
		}
	}

	/**
	 * Prefix of the properties of a bot.
	 */
	static ConfigurationPropertyName prefix(String bot) {
		return ConfigurationPropertyName.adapt(BOTS + "." + bot, '.');
	}

	/**
	 * Whether the configuration names no bot at all.
	 */
	boolean isEmpty() {
		return this.names.isEmpty();
	}

	/**
	 * Whether the configuration says something about a bot by its name.
	 */
	boolean names(String bot) {
		return this.names.contains(bot);
	}

	/**
	 * Whether there is a bot by default: the only one there is, or one that is configured
	 * under its name or, beside others, by a token of its own.
	 */
	boolean hasDefault() {
		if (isEmpty()) {
			return true;
		}
		return names(DEFAULT) ? isEnabled(DEFAULT)
				: StringUtils.hasText(this.binder.bind("telegram.token", String.class).orElse(""));
	}

	/**
	 * The others, in the order of the configuration.
	 */
	List<String> others() {
		return this.names.stream().filter((name) -> !DEFAULT.equals(name)).filter(this::isEnabled).toList();
	}

	/**
	 * All that are spoken of, also those that are not set up.
	 */
	Set<String> known() {
		Set<String> known = new LinkedHashSet<>(this.names);
		if (hasDefault()) {
			known.add(DEFAULT);
		}
		return known;
	}

	private boolean isEnabled(String name) {
		return this.binder.bind(prefix(name).append("enabled"), Bindable.of(Boolean.class)).orElse(true);
	}

}
