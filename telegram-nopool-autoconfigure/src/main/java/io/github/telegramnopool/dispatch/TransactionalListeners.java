// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.UnknownUpdateEvent;
import io.github.telegramnopool.api.event.UpdateKind;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * The listeners for updates in an application that wait for the end of a transaction,
 * such as methods with {@code @TransactionalEventListener}.
 * <p>
 * Spring's transactions need not be on the class path.
 */
final class TransactionalListeners {

	private static final String TYPE = "org.springframework.transaction.event.TransactionalApplicationListener";

	private final ApplicationContext context;

	/**
	 * Looked for once: whoever polls asks for the listeners each time.
	 */
	private final @Nullable Class<?> transactional;

	TransactionalListeners(ApplicationContext context) {
		this.context = context;
		ClassLoader loader = context.getClassLoader();
		this.transactional = ClassUtils.isPresent(TYPE, loader) ? ClassUtils.resolveClassName(TYPE, loader) : null;
	}

	List<GenericApplicationListener> find() {
		Class<?> transactional = this.transactional;
		if (transactional == null || !(this.context instanceof AbstractApplicationContext context)) {
			return List.of();
		}
		return context.getApplicationListeners()
			.stream()
			.filter(transactional::isInstance)
			.filter(GenericApplicationListener.class::isInstance)
			.map(GenericApplicationListener.class::cast)
			.filter(TransactionalListeners::isForUpdates)
			.toList();
	}

	private static boolean isForUpdates(GenericApplicationListener listener) {
		return eventTypes().map(ResolvableType::forClass).anyMatch(listener::supportsEventType);
	}

	private static Stream<Class<?>> eventTypes() {
		return Stream.concat(Arrays.stream(UpdateKind.values()).map(UpdateKind::eventType),
				Stream.of(CommandEvent.class, UnknownUpdateEvent.class));
	}

	/**
	 * One that returns a method to be sent. Spring publishes what it returns, so nobody
	 * would send it.
	 */
	@Nullable GenericApplicationListener findReplying() {
		return find().stream()
			.filter((listener) -> listener instanceof ApplicationListenerMethodAdapter adapter
					&& replies(adapter.getTargetMethod()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * One that is for certain bots. Spring does not know of that, and calls it for all.
	 */
	@Nullable GenericApplicationListener findOfOneBot() {
		return find().stream()
			.filter((listener) -> listener instanceof ApplicationListenerMethodAdapter adapter
					&& isForCertainBots(adapter.getTargetMethod()))
			.findFirst()
			.orElse(null);
	}

	private static boolean isForCertainBots(Method method) {
		return AnnotatedElementUtils.hasAnnotation(method, ForBot.class)
				|| AnnotatedElementUtils.hasAnnotation(method.getDeclaringClass(), ForBot.class);
	}

	private static boolean replies(Method method) {
		return holdsMethod(ResolvableType.forMethodReturnType(method));
	}

	private static boolean holdsMethod(ResolvableType type) {
		return BotApiMethod.class.isAssignableFrom(type.toClass())
				|| (type.isArray() && holdsMethod(type.getComponentType()))
				|| Arrays.stream(type.getGenerics()).anyMatch(TransactionalListeners::holdsMethod);
	}

}
