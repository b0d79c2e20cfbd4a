// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.event.UpdateEvent;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ObjectUtils;

/**
 * Sees to what a listener has returned, now or later, until the last of it is done:
 * methods are sent, anything else is published.
 */
final class ListenerResults {

	private final Replies replies;

	private final EventPublication events;

	ListenerResults(Replies replies, EventPublication events) {
		this.replies = replies;
		this.events = events;
	}

	void complete(Object result, UpdateEvent event, UpdateObservation observation, ListenerClock clock,
			BooleanSupplier abandoned) {
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(result.getClass());
		if (result instanceof BotApiMethod<?> method) {
			this.replies.send(event, method, clock, abandoned);
		}
		else if (adapter != null) {
			Publisher<Object> publisher = adapter.toPublisher(result);
			// Closing it cancels what an element's failure leaves behind
			try (Stream<Object> elements = observation.surround(Flux.from(publisher)).toStream(1)) {
				elements.forEach((element) -> complete(element, event, observation, clock, abandoned));
			}
		}
		else if (result instanceof Collection<?> || ObjectUtils.isArray(result)) {
			Collection<?> elements = (result instanceof Collection<?> collection) ? collection
					: List.of(ObjectUtils.toObjectArray(result));
			elements.forEach((element) -> complete(element, event, observation, clock, abandoned));
		}
		else {
			this.events.publish(result);
		}
	}

}
