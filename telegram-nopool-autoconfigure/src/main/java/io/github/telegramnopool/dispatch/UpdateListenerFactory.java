// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

import io.github.telegramnopool.api.event.UpdateEvent;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.EventListenerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * {@link EventListenerFactory} for methods that listen for updates, or for any event
 * there is. It comes before Spring's default one, and after the one for transactional
 * listeners.
 *
 * @since 0.1.0
 */
public final class UpdateListenerFactory implements EventListenerFactory, Ordered {

	private final UpdateListeners listeners;

	/**
	 * Create a factory.
	 * @param context the application's context
	 */
	public UpdateListenerFactory(ApplicationContext context) {
		this.listeners = new UpdateListeners(new TransactionalListeners(context)::find);
	}

	/**
	 * Listeners found so far.
	 * @return the registry of listeners
	 */
	public UpdateListeners listeners() {
		return this.listeners;
	}

	@Override
	public boolean supportsMethod(Method method) {
		return namesUpdates(method) || eventTypes(method).anyMatch(UpdateListenerFactory::isForAnyEvent);
	}

	private static boolean namesUpdates(Method method) {
		return eventTypes(method).anyMatch(UpdateEvent.class::isAssignableFrom);
	}

	/**
	 * An update that is published is one of them.
	 */
	private static boolean isForAnyEvent(Class<?> type) {
		return type.isAssignableFrom(UpdateEvent.class) || type.isAssignableFrom(PayloadApplicationEvent.class);
	}

	private static Stream<Class<?>> eventTypes(Method method) {
		EventListener annotation = AnnotatedElementUtils.findMergedAnnotation(method, EventListener.class);
		Class<?>[] declared = (annotation != null) ? annotation.classes() : new Class<?>[0];
		return Arrays.stream((declared.length > 0) ? declared : method.getParameterTypes());
	}

	@Override
	public ApplicationListener<?> createApplicationListener(String beanName, Class<?> type, Method method) {
		UpdateListener listener = new UpdateListener(beanName, type, method, namesUpdates(method),
				this.listeners::call);
		this.listeners.add(listener);
		return listener;
	}

	@Override
	public int getOrder() {
		// TransactionalEventListenerFactory has 50, DefaultEventListenerFactory the
		// lowest
		return 100;
	}

}
