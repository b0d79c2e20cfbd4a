// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Chooses the components of a {@link TelegramBotTest}.
 */
final class TelegramBotTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<TelegramBotTest> {

	private static final Class<?>[] ALL = {};

	/**
	 * By their names, since there need not be any web.
	 */
	private static final List<String> WEB = List.of("org.springframework.stereotype.Controller",
			"org.springframework.web.bind.annotation.ControllerAdvice");

	private final Set<Class<?>> components;

	TelegramBotTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
		Class<?>[] components = getAnnotation().getValue("components", Class[].class).orElse(ALL);
		this.components = new LinkedHashSet<>(Arrays.asList(components));
	}

	@Override
	protected boolean defaultInclude(MetadataReader metadataReader, MetadataReaderFactory metadataReaderFactory)
			throws IOException {
		return this.components.isEmpty() ? !isWeb(metadataReader.getAnnotationMetadata())
				: super.defaultInclude(metadataReader, metadataReaderFactory);
	}

	@Override
	protected Set<Class<?>> getComponentIncludes() {
		return this.components;
	}

	private static boolean isWeb(AnnotationMetadata type) {
		return WEB.stream().anyMatch(type::isAnnotated);
	}

}
