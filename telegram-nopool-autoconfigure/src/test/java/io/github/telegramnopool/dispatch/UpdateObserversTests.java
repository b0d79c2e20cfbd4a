// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.telegramnopool.client.CallObserver;
import io.github.telegramnopool.client.ReceivedUpdate;
import io.github.telegramnopool.dispatch.UpdateObservation.Outcome;
import io.github.telegramnopool.dispatch.UpdateObservation.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UpdateObservers}.
 */
class UpdateObserversTests {

	private final StringBuilder told = new StringBuilder();

	@Test
	void surroundsFromTheOutsideIn() {
		UpdateObserver both = UpdateObserver.all(List.of(telling("a"), telling("b")));
		UpdateObservation observation = both.begin("default", update());
		try (Scope scope = observation.open()) {
			this.told.append("work ");
		}
		observation.ended(Outcome.HANDLED);
		assertThat(this.told).hasToString("begin-a begin-b open-a open-b work close-b close-a ended-a ended-b ");
	}

	@Test
	void oneThatThrowsHarmsNobody() {
		UpdateObserver broken = (bot, update) -> {
			throw new IllegalStateException("on purpose");
		};
		UpdateObservation observation = UpdateObserver.all(List.of(broken, telling("a"))).begin("default", update());
		observation.open().close();
		observation.ended(Outcome.HANDLED);
		assertThat(this.told).hasToString("begin-a open-a close-a ended-a ");
	}

	@Test
	void nobodyCostsNothing() {
		assertThat(UpdateObserver.all(List.of())).isSameAs(UpdateObserver.NONE);
		UpdateObservation observation = UpdateObserver.NONE.begin("default", update());
		Flux<String> returned = Flux.just("x");
		assertThat(observation).isSameAs(UpdateObservation.NONE);
		assertThat(observation.surround(returned)).isSameAs(returned);
		assertThat(observation.open()).isSameAs(Scope.NONE);
		Mono<String> call = Mono.just("x");
		assertThat(CallObserver.NONE.observe("default", "getMe", call)).isSameAs(call);
	}

	private static ReceivedUpdate update() {
		return ReceivedUpdate.unreadable(1, "on purpose", () -> "{}");
	}

	private UpdateObserver telling(String name) {
		return (bot, update) -> {
			tell("begin", name);
			return new UpdateObservation() {

				@Override
				public Scope open() {
					tell("open", name);
					return () -> tell("close", name);
				}

				@Override
				public void ended(Outcome outcome) {
					tell("ended", name);
				}

			};
		};
	}

	private void tell(String what, String name) {
		this.told.append(what).append('-').append(name).append(' ');
	}

}
