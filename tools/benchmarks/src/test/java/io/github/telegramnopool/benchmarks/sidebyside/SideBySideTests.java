// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.sidebyside;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that are compared hear everything while nothing goes wrong.
 */
class SideBySideTests {

	@Test
	void eachHearsAllUpdatesThroughAProxyThatWorks(@TempDir Path folder) throws Exception {
		Report report = new SideBySide(folder, Duration.ofSeconds(5), 1).run(List.of(Contestant.values()), List.of(0));
		assertThat(report.rows()).extracting(Row::contestant).containsExactly(Contestant.values());
		assertThat(report.rows()).allSatisfy((row) -> {
			assertThat(row.hearing().updates()).hasSizeGreaterThanOrEqualTo(10);
			assertThat(row.hearing().delivered()).isEqualTo(100);
			assertThat(row.connections()).isPositive();
		});
		assertThat(folder.resolve("side-by-side.jsonl")).content().hasLineCount(1 + report.rows().size());
	}

}
