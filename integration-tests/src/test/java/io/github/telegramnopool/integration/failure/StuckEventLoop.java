// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.telegramnopool.transport.TelegramHttpClientCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Code of a user that blocks an event loop of the poller.
 */
@Configuration(proxyBeanMethods = false)
class StuckEventLoop {

	private final AtomicBoolean armed = new AtomicBoolean();

	private final CountDownLatch entered = new CountDownLatch(1);

	private final CountDownLatch leave = new CountDownLatch(1);

	@Bean
	TelegramHttpClientCustomizer blocking() {
		return (client) -> client.doOnConnected((connection) -> {
			if (Thread.currentThread().getName().startsWith("telegram-poll-")
					&& this.armed.compareAndSet(true, false)) {
				this.entered.countDown();
				awaitLeave();
			}
		});
	}

	private void awaitLeave() {
		while (this.leave.getCount() > 0) {
			try {
				this.leave.await();
			}
			catch (InterruptedException ex) {
				// Stuck is stuck
			}
		}
	}

	/**
	 * Block the event loop at the next poll, and wait until it is blocked.
	 */
	void block() {
		this.armed.set(true);
		ListeningBot.await().until(() -> this.entered.getCount() == 0);
	}

	void release() {
		this.leave.countDown();
	}

}
