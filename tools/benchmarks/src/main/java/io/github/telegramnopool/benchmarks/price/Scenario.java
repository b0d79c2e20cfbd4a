// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.util.List;

import io.github.telegramnopool.benchmarks.figures.Measure;

/**
 * Something that is measured, of all contenders in turn.
 */
interface Scenario {

	/**
	 * What it is called where scenarios are chosen: several may share it.
	 */
	String family();

	/**
	 * What it is called in tables.
	 */
	String name();

	/**
	 * What it does, in a sentence.
	 */
	String about();

	/**
	 * What is told of it, first what contenders are compared by.
	 */
	List<Measure> measures();

	/**
	 * Measure each contender once.
	 * @param run what it needs, and where its rows go
	 * @param round the number of the round, from 1
	 */
	void round(Run run, int round) throws Exception;

}
