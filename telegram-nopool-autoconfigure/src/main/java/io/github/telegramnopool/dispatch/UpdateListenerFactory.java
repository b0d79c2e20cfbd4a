package io.github.telegramnopool.dispatch;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

import io.github.telegramnopool.api.event.UpdateEvent;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.EventListenerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * {@link EventListenerFactory} for methods that listen for updates. It comes before
 * Spring's default one, and after the one for transactional listeners.
 *
 * @since 0.1.0
 */
public final class UpdateListenerFactory implements EventListenerFactory, Ordered {

	private final UpdateListeners listeners = new UpdateListeners();

	/**
	 * Listeners found so far.
	 * @return the registry of listeners
	 */
	public UpdateListeners listeners() {
		return this.listeners;
	}

	@Override
	public boolean supportsMethod(Method method) {
		EventListener annotation = AnnotatedElementUtils.findMergedAnnotation(method, EventListener.class);
		Stream<Class<?>> declared = (annotation != null) ? Arrays.stream(annotation.classes()) : Stream.empty();
		return Stream.concat(declared, Arrays.stream(method.getParameterTypes()))
			.anyMatch(UpdateEvent.class::isAssignableFrom);
	}

	@Override
	public ApplicationListener<?> createApplicationListener(String beanName, Class<?> type, Method method) {
		UpdateListener listener = new UpdateListener(beanName, type, method, this.listeners::exchange);
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
