// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.figures;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one contender did once.
 *
 * @param scenario in which scenario
 * @param contender who
 * @param round in which round, from 1
 * @param load load average of the machine before it
 * @param values what was measured
 * @param raw what it was made of
 */
public record Row(String scenario, String contender, int round, double load, Map<Measure, Double> values,
		Map<String, Object> raw) {

	/**
	 * Create without values.
	 * @param scenario in which scenario
	 * @param contender who
	 * @param round in which round
	 * @param load load average of the machine before it
	 */
	public Row(String scenario, String contender, int round, double load) {
		this(scenario, contender, round, load, new EnumMap<>(Measure.class), new LinkedHashMap<>());
	}

	/**
	 * Add what was measured.
	 * @param measure what
	 * @param value its value; one that is no number is left out
	 * @return this row
	 */
	public Row with(Measure measure, double value) {
		if (Double.isFinite(value)) {
			this.values.put(measure, value);
		}
		return this;
	}

	/**
	 * Add what it was made of.
	 * @param name its name
	 * @param value what JSON can say
	 * @return this row
	 */
	public Row raw(String name, Object value) {
		this.raw.put(name, value);
		return this;
	}

	/**
	 * All of it, for a line of JSON.
	 */
	Map<String, Object> toMap() {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("scenario", this.scenario);
		map.put("contender", this.contender);
		map.put("round", this.round);
		map.put("at", Instant.now().toString());
		map.put("load", this.load);
		this.values.forEach((measure, value) -> map.put(measure.key(), value));
		map.putAll(this.raw);
		return map;
	}

}
