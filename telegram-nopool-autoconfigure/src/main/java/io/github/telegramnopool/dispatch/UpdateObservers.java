// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Flux;

import io.github.telegramnopool.client.ReceivedUpdate;

/**
 * Several observers, told one after the other. Of what surrounds a handling, the first is
 * the outermost. One that throws changes nothing of what it watches: an update that is
 * never handled would stop the poller.
 */
final class UpdateObservers implements UpdateObserver {

	private static final Log logger = LogFactory.getLog(UpdateDispatcher.class);

	private final List<UpdateObserver> observers;

	UpdateObservers(List<UpdateObserver> observers) {
		this.observers = List.copyOf(observers);
	}

	@Override
	public void received(String bot, ReceivedUpdate update) {
		tell(this.observers, (observer) -> observer.received(bot, update));
	}

	@Override
	public UpdateObservation begin(String bot, ReceivedUpdate update) {
		return new Observations(ask(this.observers, (observer) -> observer.begin(bot, update)));
	}

	private static <T> void tell(List<T> observers, Consumer<T> message) {
		ask(observers, (observer) -> {
			message.accept(observer);
			return observer;
		});
	}

	/**
	 * Ask each.
	 * @return what those have answered who have not thrown
	 */
	private static <T, R> List<R> ask(List<T> observers, Function<T, R> question) {
		List<R> answers = new ArrayList<>(observers.size());
		for (T observer : observers) {
			try {
				answers.add(question.apply(observer));
			}
			catch (RuntimeException ex) {
				logger.debug("An observer of updates failed", ex);
			}
		}
		return answers;
	}

	private record Observations(List<UpdateObservation> observations) implements UpdateObservation {

		@Override
		public Scope open() {
			List<Scope> scopes = ask(this.observations, UpdateObservation::open);
			return () -> {
				for (int index = scopes.size() - 1; index >= 0; index--) {
					tell(scopes.subList(index, index + 1), Scope::close);
				}
			};
		}

		@Override
		public <T> Flux<T> surround(Flux<T> returned) {
			Flux<T> surrounded = returned;
			for (UpdateObservation observation : this.observations) {
				surrounded = observation.surround(surrounded);
			}
			return surrounded;
		}

		@Override
		public void failed(Throwable failure) {
			tell(this.observations, (observation) -> observation.failed(failure));
		}

		@Override
		public void ended(Outcome outcome) {
			tell(this.observations, (observation) -> observation.ended(outcome));
		}

	}

}
