// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that forgets the eldest when it has as much as a log keeps.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
final class LatestMap<K, V> extends LinkedHashMap<K, V> {

	private static final long serialVersionUID = 1L;

	@Override
	protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
		return size() > BoundedLog.CAPACITY;
	}

}
