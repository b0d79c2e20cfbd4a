// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.figures;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A promise that a run has to keep.
 *
 * @param title what it is about
 * @param scenario in which scenario
 * @param contender who has to keep it
 * @param against beside whom, or {@code null} if the value itself counts
 * @param measure what
 * @param limit how much
 */
public record Bar(String title, String scenario, String contender, @Nullable String against, Measure measure,
		Limit limit) {

	/**
	 * The figure that has to keep it.
	 */
	Optional<Spread> figure(Figures figures) {
		return (this.against != null) ? figures.ratio(this.scenario, this.contender, this.against, this.measure)
				: figures.spread(this.scenario, this.contender, this.measure);
	}

	Verdict verdict(Figures figures) {
		return figure(figures).map(this.limit::judge).orElse(Verdict.NOT_MEASURED);
	}

	/**
	 * A figure as the table has it.
	 */
	String format(double value) {
		return (this.against != null) ? Measure.P50.format(value) : this.measure.formatWithUnit(value);
	}

	/**
	 * What comes out.
	 */
	enum Verdict {

		MET("met"), NOT_MET("not met"), NOT_SHOWN("not shown"), NOT_MEASURED("not measured");

		private final String title;

		Verdict(String title) {
			this.title = title;
		}

		String title() {
			return this.title;
		}

	}

	/**
	 * How much.
	 *
	 * @param most whether the value is the most or the least that is good
	 * @param value the value
	 */
	public record Limit(boolean most, double value) {

		/**
		 * At most so much.
		 * @param value so much
		 * @return the limit
		 */
		public static Limit atMost(double value) {
			return new Limit(true, value);
		}

		/**
		 * At least so much.
		 * @param value so much
		 * @return the limit
		 */
		public static Limit atLeast(double value) {
			return new Limit(false, value);
		}

		/**
		 * Only what all rounds say counts.
		 */
		Verdict judge(Spread spread) {
			boolean best = isGood(this.most ? spread.low() : spread.high());
			boolean worst = isGood(this.most ? spread.high() : spread.low());
			if (best != worst) {
				return Verdict.NOT_SHOWN;
			}
			return best ? Verdict.MET : Verdict.NOT_MET;
		}

		private boolean isGood(double figure) {
			return this.most ? figure <= this.value : figure >= this.value;
		}

		private String sign() {
			return this.most ? "<=" : ">=";
		}

		String format(Bar bar) {
			return sign() + " " + bar.format(this.value);
		}

	}

}
