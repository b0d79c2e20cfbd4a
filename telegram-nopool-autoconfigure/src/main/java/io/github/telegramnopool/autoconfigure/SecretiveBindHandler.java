// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.ClassUtils;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.util.unit.DataSize;

/**
 * Tells of properties that can't be bound without their values, which Boot repeats: a
 * token or the URL of a proxy may stand at the wrong place.
 */
final class SecretiveBindHandler extends AbstractBindHandler {

	private static final Map<Class<?>, String> EXPECTED = Map.of(Integer.class, "no whole number", Boolean.class,
			"neither true nor false", Duration.class, "no duration such as 10s", DataSize.class, "no size such as 50KB",
			URI.class, "no URL");

	SecretiveBindHandler(BindHandler parent) {
		super(parent);
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) throws Exception {
		try {
			return super.onFailure(name, target, context, error);
		}
		catch (BindException ex) {
			// Told already, of what is below
			throw ex;
		}
		catch (Exception ex) {
			if (!InheritedProperties.ROOT.equals(name) && !InheritedProperties.ROOT.isAncestorOf(name)) {
				throw ex;
			}
			throw told(name, target, context.getConfigurationProperty(), ex);
		}
	}

	private static InvalidTelegramPropertyException told(ConfigurationPropertyName name, Bindable<?> target,
			@Nullable ConfigurationProperty property, Exception error) {
		String key = ((property != null) ? property.getName() : name).toString();
		String origin = (property != null && property.getOrigin() != null) ? " (" + property.getOrigin() + ")" : "";
		return new InvalidTelegramPropertyException(key, problem(target, error) + origin,
				"Correct it. What it is set to is not shown here, since it may hold a secret." + hint(key));
	}

	private static String problem(Bindable<?> target, Exception error) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (cause instanceof PlaceholderResolutionException) {
				return "its placeholders can't be resolved";
			}
		}
		return "it is " + expected(ClassUtils.resolvePrimitiveIfNecessary(target.getType().resolve(Object.class)));
	}

	private static String expected(Class<?> type) {
		if (type.isEnum()) {
			return "none of " + Arrays.stream(type.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
				.collect(Collectors.joining(", "));
		}
		if (type.getPackage() == TelegramProperties.class.getPackage()) {
			return "set itself, and not the properties below it";
		}
		return EXPECTED.getOrDefault(type, "no " + type.getSimpleName());
	}

	private static String hint(String key) {
		if (key.endsWith(".proxy")) {
			return " The URL of a proxy is '" + key + ".url'.";
		}
		return key.matches("telegram\\.bots\\.[^.]+") ? " The bot's token is '" + key + ".token'." : "";
	}

}
