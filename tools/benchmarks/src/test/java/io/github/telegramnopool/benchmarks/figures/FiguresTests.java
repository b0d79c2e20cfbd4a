// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.telegramnopool.benchmarks.figures.Bar.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTests {

	private final Figures figures = new Figures(null);

	@Test
	void tellsMedianAndSpread() throws IOException {
		add("ours", Measure.P50, 3, 1, 2, 9);
		assertThat(this.figures.spread("calls", "ours", Measure.P50)).contains(new Spread(2.5, 1, 9, 4));
		assertThat(this.figures.spread("calls", "ours", Measure.P99)).isEmpty();
	}

	@Test
	void dividesValuesOfTheSameRound() throws IOException {
		add("ours", Measure.P50, 2, 40, 6);
		add("peer", Measure.P50, 1, 10);
		assertThat(this.figures.ratio("calls", "ours", "peer", Measure.P50)).contains(new Spread(3, 2, 4, 2));
	}

	@Test
	void judgesOnlyByWhatAllRoundsSay() {
		Limit limit = Limit.atMost(1.7);
		assertThat(limit.judge(new Spread(1.5, 1.4, 1.7, 5))).isEqualTo(Bar.Verdict.MET);
		assertThat(limit.judge(new Spread(1.5, 1.4, 1.8, 5))).isEqualTo(Bar.Verdict.NOT_SHOWN);
		assertThat(limit.judge(new Spread(2, 1.8, 3, 5))).isEqualTo(Bar.Verdict.NOT_MET);
		assertThat(Limit.atLeast(99).judge(new Spread(99.5, 99, 100, 5))).isEqualTo(Bar.Verdict.MET);
		assertThat(Limit.atLeast(99).judge(new Spread(99.5, 98, 100, 5))).isEqualTo(Bar.Verdict.NOT_SHOWN);
	}

	@Test
	void tellsOfEachBarAndOfWhatIsMissing() throws IOException {
		add("ours", Measure.P50, 3, 3.2);
		add("peer", Measure.P50, 2, 2);
		add("ours", Measure.CARRIED_TWO, 0, 0);
		String table = new BarTable(List.of(bar("peer", Limit.atMost(1.7)), bar("nobody", Limit.atMost(1))), "ours")
			.markdown(this.figures);
		assertThat(table).contains("| a call | <= 1.70 | 1.55 | 1.50 to 1.60 | 2 | met |")
			.contains("| a call | <= 1.00 |  |  |  | not measured |")
			.contains("two requests, in all of it | 0 | 0 | | | met |");
	}

	@Test
	void tellsOfConnectionsThatWereUsedTwice() throws IOException {
		add("ours, ahead", Measure.CARRIED_TWO, 0, 1);
		add("peer", Measure.CARRIED_TWO, 1, 1);
		assertThat(new BarTable(List.of(), "ours").markdown(this.figures)).contains("| 0 | 1 | | | not met |");
	}

	@Test
	void showsNoRatioOnWhichRoundsDoNotAgree() throws IOException {
		add("ours", Measure.P50, 2, 2);
		add("close", Measure.P50, 1, 3);
		add("fast", Measure.P50, 1, 1);
		String table = new ScenarioTable("calls", List.of(Measure.P50), "ours").markdown(this.figures);
		assertThat(table).contains("| ours | 2.00 |  |")
			.contains("| close | 2.00 (1.00-3.00) | not shown |")
			.contains("| fast | 1.00 | 0.50 |");
	}

	@Test
	void drawsAPanelForEachFigureThatIsKnown() throws IOException {
		add("ours", Measure.P50, 2, 4);
		add("R & D", Measure.P50, 8);
		String svg = new Chart(List.of(new Chart.Panel("A call", "calls", Measure.P50),
				new Chart.Panel("Silence", "faults", Measure.SILENCE)), "ours")
			.svg(this.figures);
		assertThat(svg).contains(">A call<", "class=\"bar ours\"", ">R &amp; D<", ">3.00 ms<", ">8.00 ms<")
			.doesNotContain("Silence");
	}

	@Test
	void writesEachRowAtOnce(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("rows.jsonl");
		Figures figures = new Figures(file);
		figures.add(new Row("calls", "ours", 1, 0.5).with(Measure.P50, 1.25)
			.with(Measure.P99, Double.NaN)
			.raw("latencies", List.of(1, 2)));
		assertThat(Files.readString(file)).startsWith("{\"scenario\":\"calls\",\"contender\":\"ours\",\"round\":1,")
			.endsWith(",\"load\":0.5,\"p50\":1.25,\"latencies\":[1,2]}\n");
	}

	private void add(String contender, Measure measure, double... values) throws IOException {
		for (int i = 0; i < values.length; i++) {
			this.figures.add(new Row("calls", contender, i + 1, 0).with(measure, values[i]));
		}
	}

	private static Bar bar(String against, Limit limit) {
		return new Bar("a call", "calls", "ours", against, Measure.P50, limit);
	}

}
