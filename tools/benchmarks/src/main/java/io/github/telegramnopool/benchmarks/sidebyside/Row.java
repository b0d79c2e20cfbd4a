// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.sidebyside;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The result of one contestant at one percentage.
 *
 * @param contestant who
 * @param percent at which percentage
 * @param connections connections that its bot opened
 * @param repeated updates that it heard again
 * @param hearing what it heard
 */
record Row(Contestant contestant, int percent, long connections, int repeated, Hearing hearing) {

	/**
	 * Its values by name, for the raw rows.
	 */
	Map<String, Object> values() {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("contestant", this.contestant.title());
		values.put("version", this.contestant.version());
		values.put("percent", this.percent);
		values.put("updates", this.hearing.updates().size());
		values.put("deliveredPercent", this.hearing.delivered());
		values.put("onTimePercent", this.hearing.onTime());
		values.put("longestSilenceMillis", this.hearing.longestSilence());
		OptionalLong recovery = this.hearing.recovery();
		values.put("recoveryMillis", recovery.isPresent() ? recovery.getAsLong() : -1);
		values.put("unheardAtTheEnd", this.hearing.unheard());
		values.put("heardAgain", this.repeated);
		values.put("connections", this.connections);
		return values;
	}

}
