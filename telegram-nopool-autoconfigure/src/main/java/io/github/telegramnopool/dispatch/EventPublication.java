// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Publishes events in the application's context.
 */
final class EventPublication {

	private static final Log logger = LogFactory.getLog(UpdateDispatcher.class);

	private final ApplicationEventPublisher publisher;

	EventPublication(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	void publish(Object event) {
		this.publisher.publishEvent(event);
	}

	/**
	 * What a listener gets to see, as Spring makes it.
	 */
	<T> PayloadApplicationEvent<T> wrap(T event) {
		return new PayloadApplicationEvent<>(this.publisher, event);
	}

	/**
	 * Publish an event that tells of something: a listener that fails must not change
	 * what it tells of.
	 */
	void publishSafely(Object event) {
		try {
			publish(event);
		}
		catch (RuntimeException | Error ex) {
			logger.error("A listener for %s failed".formatted(event.getClass().getSimpleName()), ex);
		}
	}

}
