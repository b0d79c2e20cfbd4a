// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LazyResource}.
 */
class LazyResourceTests {

	private final List<String> events = new ArrayList<>();

	private final LazyResource<AutoCloseable> resource = new LazyResource<>(this::make);

	private AutoCloseable make() {
		this.events.add("made");
		return () -> this.events.add("closed");
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
		assertThat(this.events).isEmpty();
		new LazyResource<>(this::make).get();
		assertThat(this.events).containsExactly("made");
	}

	@Test
	void isClosedIfItWasMade() {
		this.resource.get();
		this.resource.close();
		assertThat(this.events).containsExactly("made", "closed");
	}

	@Test
	void whatIsAskedForAfterTheEndIsClosedAtOnce() {
		this.resource.close();
		this.resource.get();
		assertThat(this.events).containsExactly("made", "closed");
	}

}
