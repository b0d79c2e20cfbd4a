// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.context.aot.AbstractAotProcessor;

/**
 * Says of the beans of named bots what a registrar of beans can't.
 *
 * @param qualifiers the qualifier of each bean by the bean's name
 */
record NamedBotDefinitions(Map<String, String> qualifiers) implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		// Ahead of time Spring refuses definitions of a registrar that have any. The
		// application that starts with what was generated gives them then
		if (!Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			this.qualifiers.forEach((bean, qualifier) -> complete(beanFactory, bean, qualifier));
		}
	}

	private static void complete(ConfigurableListableBeanFactory beanFactory, String bean, String qualifier) {
		if (beanFactory.containsBeanDefinition(bean)
				&& beanFactory.getBeanDefinition(bean) instanceof AbstractBeanDefinition definition) {
			definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, qualifier));
			if (definition.hasBeanClass() && ClientDefinition.isClient(definition.getBeanClass())) {
				ClientDefinition.spareSearch(definition);
			}
		}
	}

}
