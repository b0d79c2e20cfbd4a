// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;

/**
 * Refuses what would let a listener end unnoticed, and so lose updates.
 */
final class ListenerCheck {

	private final ConfigurableApplicationContext context;

	private final TransactionalListeners transactionalListeners;

	private final boolean transactional;

	ListenerCheck(ConfigurableApplicationContext context, boolean transactional) {
		this.context = context;
		this.transactionalListeners = new TransactionalListeners(context);
		this.transactional = transactional;
	}

	void check() {
		refuseAsynchronousMulticasting();
		if (this.transactional) {
			refuseReplyingTransactionalListeners();
			refuseTransactionalListenersOfOneBot();
		}
		else {
			refuseTransactionalListeners();
		}
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
		this.transactionalListeners.find().stream().findFirst().ifPresent((listener) -> {
			throw new UnsupportedListenerException(
					"The @TransactionalEventListener " + listener
							+ " would never be called, since updates are published outside of a transaction",
					"Set telegram.dispatch.transactional=true, or use @EventListener instead.");
		});
	}

	private void refuseReplyingTransactionalListeners() {
		GenericApplicationListener listener = this.transactionalListeners.findReplying();
		if (listener != null) {
			throw new UnsupportedListenerException("The @TransactionalEventListener " + listener
					+ " returns a method of the Bot API, which nobody would send: Spring publishes it as an event",
					"Call it through TelegramBotApi, or use @EventListener instead.");
		}
	}

	private void refuseTransactionalListenersOfOneBot() {
		GenericApplicationListener listener = this.transactionalListeners.findOfOneBot();
		if (listener != null) {
			throw new UnsupportedListenerException(
					"The @TransactionalEventListener " + listener
							+ " has @ForBot, but Spring would call it for every bot",
					"Remove @ForBot, and write condition = \"#event.bot().name() == '...'\" instead.");
		}
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
