// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

import io.github.telegramnopool.client.ReceivedUpdate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that are compared do the same work.
 */
class ReadingBenchmarkTests {

	private final ReadingBenchmark benchmark = new ReadingBenchmark();

	@Test
	void eachReadsAllUpdates() throws Exception {
		List<Integer> expected = IntStream.rangeClosed(1, ReadingBenchmark.UPDATES).boxed().toList();
		assertThat(this.benchmark.telegramNopool().stream().map((update) -> update.update().updateId()))
			.isEqualTo(expected);
		assertThat(this.benchmark.pengrad().stream().map((update) -> update.updateId())).isEqualTo(expected);
		assertThat(this.benchmark.telegramBots()).extracting("updateId").isEqualTo(expected);
	}

	@Test
	void eachReadsTheTexts() throws Exception {
		List<String> texts = this.benchmark.telegramNopool()
			.stream()
			.map(ReceivedUpdate::update)
			.filter((update) -> update.message() != null)
			.map((update) -> update.message().text())
			.toList();
		assertThat(texts).hasSizeGreaterThan(30);
		assertThat(this.benchmark.pengrad()
			.stream()
			.filter((update) -> update.message() != null)
			.map((update) -> update.message().text())).isEqualTo(texts);
		assertThat(this.benchmark.telegramBots()
			.stream()
			.filter((update) -> update.getMessage() != null)
			.map((update) -> update.getMessage().getText())).isEqualTo(texts);
	}

}
