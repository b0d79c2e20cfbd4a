// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.sidebyside;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FaultPlan}.
 */
class FaultPlanTests {

	private static final Duration WINDOW = Duration.ofMinutes(10);

	@Test
	void soManyPercentOfTheWindowsTenthsHaveAMoment() {
		assertThat(moments(0)).isEmpty();
		assertThat(moments(10)).hasSize(1);
		assertThat(moments(30)).hasSize(3);
		assertThat(moments(30).stream().map(Duration::toMinutes)).doesNotHaveDuplicates();
		assertThat(moments(100).stream().map(Duration::toMinutes)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L,
				9L);
	}

	@Test
	void momentsOfASmallerPercentageAreAlsoThoseOfALarger() {
		assertThat(moments(50)).containsAll(moments(30)).isSorted();
	}

	@Test
	void momentsAreTheSeeds() {
		assertThat(new FaultPlan(50, 7, WINDOW).moments()).isEqualTo(moments(50));
		assertThat(new FaultPlan(50, 8, WINDOW).moments()).isNotEqualTo(moments(50));
	}

	@Test
	void soManyOfEachTenConnectionsAreSilentFromBirth() {
		List<Fault> births = new FaultPlan(30, 7, WINDOW).births();
		assertThat(births).contains(Fault.ignore(), Fault.blackHoleAfter(0));
		for (int i = 0; i < 1000; i += 10) {
			assertThat(births.subList(i, i + 10)).filteredOn((fault) -> !Fault.none().equals(fault)).hasSize(3);
		}
	}

	@Test
	void connectionThatIsSilentAtASmallerPercentageIsSoAtALarger() {
		List<Fault> small = new FaultPlan(10, 7, WINDOW).births();
		List<Fault> large = new FaultPlan(50, 7, WINDOW).births();
		assertThat(IntStream.range(0, 1000).filter((number) -> !Fault.none().equals(small.get(number))))
			.allMatch((number) -> small.get(number).equals(large.get(number)));
	}

	private static List<Duration> moments(int percent) {
		return new FaultPlan(percent, 7, WINDOW).moments();
	}

}
