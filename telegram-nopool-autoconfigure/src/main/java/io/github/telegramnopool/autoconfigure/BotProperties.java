// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The properties of one bot: its own under {@code telegram.bots.<name>}, and for each
 * that it doesn't set the one under {@code telegram}.
 * <p>
 * A token is never handed down to a bot with a name of its own. A proxy is told by a URL
 * or in pieces: a bot that does it in one way inherits nothing of the other, and one with
 * another host no credentials.
 */
final class BotProperties {

	private static final String PROXY_URL = "proxy.url";

	private static final String PROXY_HOST = "proxy.host";

	private static final Set<String> PROXY_CREDENTIALS = Set.of("proxy.username", "proxy.password");

	private static final Set<String> PROXY_PIECES = Set.of("proxy.type", PROXY_HOST, "proxy.port", "proxy.username",
			"proxy.password");

	/**
	 * How messages name a property.
	 */
	private static final Pattern QUOTED = Pattern.compile("'telegram\\.([a-z0-9.\\[\\]-]+)'");

	private final String bot;

	private final ConfigurationPropertyName prefix;

	private final Environment environment;

	BotProperties(String bot, Environment environment) {
		this.bot = bot;
		this.prefix = NamedBots.prefix(bot);
		this.environment = environment;
	}

	/**
	 * Bind them.
	 */
	TelegramProperties bind() {
		// All of the bot's own before all that it inherits, wherever they stand
		Stream<ConfigurationPropertySource> own = sources()
			.map((source) -> source.filter((name) -> !isBlankProxy(name)));
		Predicate<String> inherited = this::inherits;
		Stream<ConfigurationPropertySource> all = Stream.concat(own,
				sources().map((source) -> new InheritedProperties(source, this.prefix, inherited)));
		return new Binder(all.toList(), new PropertySourcesPlaceholdersResolver(this.environment)).bindOrCreate(
				this.prefix, Bindable.of(TelegramProperties.class), new SecretiveBindHandler(BindHandler.DEFAULT));
	}

	private Stream<ConfigurationPropertySource> sources() {
		return StreamSupport.stream(ConfigurationPropertySources.get(this.environment).spliterator(), false);
	}

	/**
	 * Whether a part of a proxy is left empty, as by <code>${SALES_PROXY:}</code>. It
	 * counts as not set then: who wants no proxy says {@code direct}.
	 */
	private boolean isBlankProxy(ConfigurationPropertyName name) {
		if (!this.prefix.isAncestorOf(name)) {
			return false;
		}
		String property = name.subName(this.prefix.getNumberOfElements()).toString();
		return (property.equals(PROXY_URL) || PROXY_PIECES.contains(property)) && !setsText(property);
	}

	private boolean inherits(String property) {
		if (property.equals("token") || property.equals("enabled")) {
			return NamedBots.DEFAULT.equals(this.bot);
		}
		if (property.equals(PROXY_URL)) {
			return PROXY_PIECES.stream().noneMatch(this::setsText);
		}
		if (PROXY_CREDENTIALS.contains(property) && setsText(PROXY_HOST)) {
			return false;
		}
		return !PROXY_PIECES.contains(property) || !setsText(PROXY_URL);
	}

	private boolean setsText(String property) {
		return StringUtils.hasText(Binder.get(this.environment, new SecretiveBindHandler(BindHandler.DEFAULT))
			.bind(this.prefix.append(property), Bindable.of(String.class))
			.orElse(""));
	}

	/**
	 * Tell an exception about properties under {@code telegram} of those of this bot.
	 */
	InvalidTelegramPropertyException told(InvalidTelegramPropertyException ex) {
		return new InvalidTelegramPropertyException(this.bot, renamed("'" + ex.property() + "'").replace("'", ""),
				renamed(ex.reason()), renamed(ex.action()));
	}

	private String renamed(String text) {
		return QUOTED.matcher(text).replaceAll((match) -> "'" + nameOf(match.group(1)) + "'");
	}

	/**
	 * The name under which a property is set or, if it isn't, would be.
	 */
	private String nameOf(String property) {
		ConfigurationPropertyName shared = InheritedProperties.ROOT.append(property);
		ConfigurationPropertyName own = this.prefix.append(property);
		return (!isSet(own) && inherits(property) && isSet(shared) ? shared : own).toString();
	}

	private boolean isSet(ConfigurationPropertyName name) {
		return sources().anyMatch((source) -> source.getConfigurationProperty(name) != null
				|| source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT);
	}

}
