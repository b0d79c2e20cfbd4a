// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;

/**
 * Shows the properties under {@code telegram} as those of one bot. What it finds keeps
 * its name and origin, so that a message tells where a value really stands.
 */
final class InheritedProperties implements ConfigurationPropertySource {

	static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("telegram");

	private final ConfigurationPropertySource source;

	private final ConfigurationPropertyName bot;

	private final Predicate<String> inherited;

	/**
	 * Create a source.
	 * @param source where the properties stand
	 * @param bot prefix of the bot's properties
	 * @param inherited whether a property, named without a prefix, is handed down
	 */
	InheritedProperties(ConfigurationPropertySource source, ConfigurationPropertyName bot,
			Predicate<String> inherited) {
		this.source = source;
		this.bot = bot;
		this.inherited = inherited;
	}

	@Override
	public @Nullable ConfigurationProperty getConfigurationProperty(@Nullable ConfigurationPropertyName name) {
		ConfigurationPropertyName ancestral = ancestral(name);
		return (ancestral != null) ? this.source.getConfigurationProperty(ancestral) : null;
	}

	@Override
	public ConfigurationPropertyState containsDescendantOf(ConfigurationPropertyName name) {
		ConfigurationPropertyName ancestral = ancestral(name);
		return (ancestral != null) ? this.source.containsDescendantOf(ancestral) : ConfigurationPropertyState.ABSENT;
	}

	private @Nullable ConfigurationPropertyName ancestral(@Nullable ConfigurationPropertyName name) {
		if (name == null || !this.bot.isAncestorOf(name)) {
			return null;
		}
		ConfigurationPropertyName relative = name.subName(this.bot.getNumberOfElements());
		return this.inherited.test(relative.toString()) ? ROOT.append(relative) : null;
	}

}
