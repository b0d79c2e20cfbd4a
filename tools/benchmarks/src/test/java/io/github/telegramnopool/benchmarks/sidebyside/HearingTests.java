// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.sidebyside;

import java.util.List;

import io.github.telegramnopool.benchmarks.sidebyside.Hearing.Update;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Hearing}.
 */
class HearingTests {

	private static final long BEGIN = 100_000;

	private static final long HEALED = 200_000;

	@Test
	void deliveredIsWhatWasHeardBeforeTheEndOfTheFaults() {
		Hearing hearing = hearing(new Update(110_000, 110_010), new Update(120_000, 199_000),
				new Update(130_000, 200_001), new Update(140_000, Update.NEVER));
		assertThat(hearing.delivered()).isEqualTo(50);
		assertThat(hearing.onTime()).isEqualTo(25);
		assertThat(hearing.unheard()).isEqualTo(1);
	}

	@Test
	void updateAtTheVeryEndNeedNotBeHeardBeforeIt() {
		assertThat(hearing(new Update(110_000, 110_010), new Update(199_900, 200_100)).delivered()).isEqualTo(100);
	}

	@Test
	void silenceBeginsWhenAnUpdateWaits() {
		assertThat(hearing(new Update(110_000, 110_010), new Update(180_000, 181_000)).longestSilence())
			.isEqualTo(1_000);
	}

	@Test
	void silenceBeginsAnewWhenAnUpdateIsHeard() {
		assertThat(hearing(new Update(110_000, 190_000), new Update(120_000, 150_000)).longestSilence())
			.isEqualTo(40_000);
	}

	@Test
	void silenceThatOutlastsTheFaultsEndsWithThem() {
		assertThat(hearing(new Update(150_000, 230_000), new Update(160_000, Update.NEVER)).longestSilence())
			.isEqualTo(50_000);
	}

	@Test
	void recoveryIsThatOfUpdatesAfterTheEndOfTheFaults() {
		assertThat(hearing(new Update(190_000, 200_010), new Update(205_000, 240_000), new Update(206_000, 240_100))
			.recovery()).hasValue(40_000);
		assertThat(hearing(new Update(190_000, 200_010), new Update(205_000, Update.NEVER)).recovery()).isEmpty();
	}

	private static Hearing hearing(Update... updates) {
		return new Hearing(BEGIN, HEALED, List.of(updates));
	}

}
