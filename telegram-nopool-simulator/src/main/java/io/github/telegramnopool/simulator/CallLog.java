// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.node.ObjectNode;

/**
 * Counts calls by method and remembers the latest.
 */
final class CallLog {

	private final Map<String, Integer> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final Map<String, Integer> executed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final BoundedLog<RecordedRequest> requests = new BoundedLog<>();

	synchronized void received(RecordedRequest request) {
		this.received.merge(request.method(), 1, Integer::sum);
		this.requests.add(request);
	}

	synchronized void executed(String method) {
		this.executed.merge(method, 1, Integer::sum);
	}

	synchronized int receivedCount(String method) {
		return this.received.getOrDefault(method, 0);
	}

	synchronized int executedCount(String method) {
		return this.executed.getOrDefault(method, 0);
	}

	List<RecordedRequest> requests() {
		return this.requests.toList();
	}

	synchronized ObjectNode toJson() {
		ObjectNode counts = Json.object();
		this.received.forEach(counts::put);
		return counts;
	}

}
