// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.util.ArrayList;
import java.util.List;

import io.github.telegramnopool.benchmarks.stage.UpdateShelf.Poll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UpdateShelfTests {

	private final UpdateShelf shelf = new UpdateShelf();

	private final List<List<Long>> answers = new ArrayList<>();

	@Test
	void handsOutWhatIsWrittenUntilItIsConfirmed() {
		assertThat(poll(0)).isFalse();
		this.shelf.write();
		assertThat(poll(0)).isTrue();
		assertThat(poll(100_000_001)).isFalse();
		assertThat(this.answers).containsExactly(List.of(100_000_000L), List.of(100_000_000L));
	}

	@Test
	void keepsTheTimeAtWhichTheNewestWasHandedOutFirst() {
		this.shelf.write();
		poll(0);
		long first = this.shelf.handedNanos();
		poll(0);
		assertThat(this.shelf.handedNanos()).isEqualTo(first);
	}

	@Test
	void floodsFromWhereTheBotIs() {
		this.shelf.flood();
		poll(0);
		poll(100_000_100);
		assertThat(this.answers.get(0)).hasSize(100).startsWith(100_000_000L);
		assertThat(this.answers.get(1)).hasSize(100).startsWith(100_000_100L);
	}

	@Test
	void lastPollEndsTheOneBefore() {
		poll(0);
		poll(0);
		assertThat(this.answers).containsExactly(List.of());
	}

	@Test
	void forgetsEverythingWhenItIsCleared() {
		this.shelf.write();
		this.shelf.clear();
		assertThat(poll(0)).isFalse();
		this.shelf.clear();
		assertThat(this.answers).containsExactly(List.of());
	}

	private boolean poll(long offset) {
		return this.shelf.poll(new Poll(offset, this.answers::add));
	}

}
