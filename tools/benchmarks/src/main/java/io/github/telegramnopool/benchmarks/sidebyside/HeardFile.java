// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.sidebyside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a bot has written of the updates that it heard.
 *
 * @param first when each was heard for the first time, by its id
 * @param repeated how many were heard again
 */
record HeardFile(Map<Long, Long> first, int repeated) {

	static HeardFile read(Path file) throws IOException {
		Map<Long, Long> first = new HashMap<>();
		int repeated = 0;
		for (String line : Files.readAllLines(file)) {
			String[] words = line.split(" ");
			if (first.putIfAbsent(Long.parseLong(words[0]), Long.parseLong(words[1])) != null) {
				repeated++;
			}
		}
		return new HeardFile(first, repeated);
	}

}
