// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.smoke;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What {@code --debug} has told of each auto-configuration and of its methods.
 *
 * @param reasons by section ({@code Positive matches}, {@code Negative matches}, ...) and
 * name: why it is or is not there
 */
record ConditionReport(Map<String, List<String>> reasons) {

	private static final int NAME = 3;

	static ConditionReport of(String output) {
		Map<String, List<String>> reasons = new TreeMap<>();
		String section = "";
		String name = "";
		for (String line : output.substring(output.indexOf("CONDITIONS EVALUATION REPORT")).split("\n")) {
			int indent = line.length() - line.stripLeading().length();
			if (line.matches("\\d.*")) {
				break;
			}
			if (indent == 0 && line.endsWith(":")) {
				section = line.substring(0, line.length() - 1);
			}
			else if (indent == NAME || (indent > NAME && !section.endsWith("matches"))) {
				name = section + ": " + line.strip().replaceFirst("( matched)?:$", "");
				reasons.put(name, new ArrayList<>());
			}
			else if (indent > NAME) {
				reasons.get(name).add(line.strip());
			}
		}
		return new ConditionReport(reasons);
	}

	/**
	 * The part of those whose class has such a name.
	 */
	ConditionReport only(Predicate<String> name) {
		return new ConditionReport(this.reasons.entrySet()
			.stream()
			.filter((entry) -> name.test(entry.getKey().replaceFirst(".*: ", "")))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new)));
	}

}
