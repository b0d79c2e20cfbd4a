package io.github.telegramnopool.dispatch;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.UnknownUpdateEvent;
import io.github.telegramnopool.api.event.UpdateKind;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Refuses what would let a listener end unnoticed, and so lose updates.
 */
final class ListenerCheck {

	private static final String TRANSACTIONAL = "org.springframework.transaction.event.TransactionalApplicationListener";

	private final ConfigurableApplicationContext context;

	ListenerCheck(ConfigurableApplicationContext context) {
		this.context = context;
	}

	void check() {
		refuseAsynchronousMulticasting();
		refuseTransactionalListeners();
	}

	private void refuseAsynchronousMulticasting() {
		ApplicationEventMulticaster multicaster = this.context.getBean(
				AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME, ApplicationEventMulticaster.class);
		AtomicReference<@Nullable Thread> listening = new AtomicReference<>();
		ApplicationListener<Probe> listener = (probe) -> listening.set(Thread.currentThread());
		multicaster.addApplicationListener(listener);
		try {
			multicaster.multicastEvent(new Probe(this), ResolvableType.forClass(Probe.class));
		}
		finally {
			multicaster.removeApplicationListener(listener);
		}
		if (listening.get() != Thread.currentThread()) {
			throw new UnsupportedListenerException(
					"The bean 'applicationEventMulticaster' calls listeners on other threads, so an update would be "
							+ "confirmed to Telegram before it is handled",
					"Remove the executor from the multicaster. Updates of different chats are handled at the same time "
							+ "without it, see telegram.dispatch.concurrency. Mark other listeners with @Async.");
		}
	}

	private void refuseTransactionalListeners() {
		if (!ClassUtils.isPresent(TRANSACTIONAL, this.context.getClassLoader())
				|| !(this.context instanceof AbstractApplicationContext context)) {
			return;
		}
		Class<?> transactional = ClassUtils.resolveClassName(TRANSACTIONAL, this.context.getClassLoader());
		context.getApplicationListeners()
			.stream()
			.filter(transactional::isInstance)
			.filter(ListenerCheck::isForUpdates)
			.findFirst()
			.ifPresent((listener) -> {
				throw new UnsupportedListenerException(
						"The @TransactionalEventListener " + listener
								+ " would never be called, since updates are published outside of a transaction",
						"Use @EventListener instead.");
			});
	}

	private static boolean isForUpdates(ApplicationListener<?> listener) {
		return listener instanceof GenericApplicationListener generic
				&& eventTypes().map(ResolvableType::forClass).anyMatch(generic::supportsEventType);
	}

	private static Stream<Class<?>> eventTypes() {
		return Stream.concat(Arrays.stream(UpdateKind.values()).map(UpdateKind::eventType),
				Stream.of(CommandEvent.class, UnknownUpdateEvent.class));
	}

	/**
	 * An event that only {@link ListenerCheck} listens for.
	 */
	@SuppressWarnings("serial")
	private static final class Probe extends ApplicationEvent {

		Probe(Object source) {
			super(source);
		}

	}

}
