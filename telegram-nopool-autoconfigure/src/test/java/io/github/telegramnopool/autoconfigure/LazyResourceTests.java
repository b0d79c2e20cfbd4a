// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link LazyResource}.
 */
class LazyResourceTests {

	private final List<String> events = new CopyOnWriteArrayList<>();

	private final LazyResource<AutoCloseable> resource = new LazyResource<>(this::make);

	private AutoCloseable make() {
		this.events.add("made");
		return () -> {
			// As a transport does, which not every thread may
			Mono.just("closed").delayElement(Duration.ofMillis(1)).doOnNext(this.events::add).block();
		};
	}

	@Test
	void isMadeOnceAndWhenItIsAskedFor() {
		assertThat(this.resource.ifMade()).isNull();
		assertThat(this.events).isEmpty();
		AutoCloseable made = this.resource.get();
		assertThat(this.resource.get()).isSameAs(made);
		assertThat(this.resource.ifMade()).isSameAs(made);
		assertThat(this.events).containsExactly("made");
	}

	@Test
	void isClosedWithoutBeingMadeForThat() {
		this.resource.close();
		assertThat(this.resource.ifMade()).isNull();
		assertThat(this.events).isEmpty();
	}

	@Test
	void isClosedIfItWasMade() {
		this.resource.get();
		this.resource.close();
		assertThat(this.events).containsExactly("made", "closed");
	}

	@Test
	void whatIsAskedForAfterTheEndIsMadeOnceAndClosed() {
		this.resource.close();
		AutoCloseable late = Mono.fromSupplier(this.resource).subscribeOn(Schedulers.parallel()).block();
		assertThat(this.resource.get()).isSameAs(late);
		await().untilAsserted(() -> assertThat(this.events).containsExactly("made", "closed"));
	}

	@Test
	void isMadeAgainIfThatFailed() {
		LazyResource<AutoCloseable> resource = new LazyResource<>(() -> {
			if (this.events.isEmpty()) {
				this.events.add("failed");
				throw new NoClassDefFoundError("gone");
			}
			return make();
		});
		assertThatExceptionOfType(NoClassDefFoundError.class).isThrownBy(resource::get);
		assertThat(resource.get()).isSameAs(resource.ifMade());
	}

}
