// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads that listeners run on. How many there are at a time is the business of
 * {@link Lanes}.
 */
final class ListenerThreads implements AutoCloseable {

	private final Executor executor;

	private final AutoCloseable closing;

	ListenerThreads(String bot, boolean virtual) {
		String prefix = "telegram-listener-" + bot + "-";
		if (virtual) {
			SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(prefix);
			executor.setVirtualThreads(true);
			this.executor = executor;
			this.closing = executor;
		}
		else {
			CustomizableThreadFactory factory = new CustomizableThreadFactory(prefix);
			factory.setDaemon(true);
			ExecutorService executor = Executors.newCachedThreadPool(factory);
			this.executor = executor;
			this.closing = executor::shutdown;
		}
	}

	Executor executor() {
		return this.executor;
	}

	@Override
	public void close() throws Exception {
		this.closing.close();
	}

}
