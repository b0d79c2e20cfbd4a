// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.figures;

import java.util.List;

/**
 * A figure of several rounds.
 *
 * @param median the one in the middle
 * @param low the least
 * @param high the most
 * @param rounds the number of rounds
 */
public record Spread(double median, double low, double high, int rounds) {

	static Spread of(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		return new Spread(percentile(sorted, 50), sorted.get(0), sorted.get(sorted.size() - 1), sorted.size());
	}

	/**
	 * Value that so many of a hundred do not exceed; that in the middle of two is between
	 * them.
	 * @param sorted the values in order, at least one
	 * @param percent how many of a hundred
	 * @return the value
	 */
	public static double percentile(List<Double> sorted, double percent) {
		double position = percent / 100 * (sorted.size() - 1);
		int below = (int) position;
		int above = Math.min(below + 1, sorted.size() - 1);
		return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
	}

	/**
	 * Whether a value is within the spread, so that the rounds do not agree on which side
	 * of it the figure is.
	 */
	boolean straddles(double value) {
		return this.low < value && value < this.high;
	}

}
