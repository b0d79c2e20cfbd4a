// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.stream.Stream;

import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Says of the beans of {@link DefaultBotConfiguration} what an annotation can't. Beans
 * that an application brings in their place are left as they are.
 */
final class DefaultBotDefinitions implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		Stream.of(TelegramBotApi.class, BlockingTelegramBotApi.class)
			.flatMap((type) -> Stream.of(beanFactory.getBeanNamesForType(type, true, false)))
			.filter(beanFactory::containsBeanDefinition)
			.map(beanFactory::getBeanDefinition)
			.filter(DefaultBotDefinitions::isOurs)
			.forEach(ClientDefinition::spareSearch);
	}

	private static boolean isOurs(BeanDefinition definition) {
		return definition instanceof AnnotatedBeanDefinition annotated && annotated.getFactoryMethodMetadata() != null
				&& DefaultBotConfiguration.class.getName()
					.equals(annotated.getFactoryMethodMetadata().getDeclaringClassName());
	}

}
