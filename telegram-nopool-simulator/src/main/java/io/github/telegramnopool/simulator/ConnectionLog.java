// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Clock;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Counts the connections of clients. Those whose first request is for the control API or
 * the page are taken out of the count again.
 */
final class ConnectionLog {

	private final Clock clock;

	private final HistoryListener history;

	private final BoundedLog<TrackedConnection> latest = new BoundedLog<>();

	private long lastNumber;

	private int opened;

	private int open;

	private int unused;

	private int maxRequests;

	ConnectionLog(Clock clock, HistoryListener history) {
		this.clock = clock;
		this.history = history;
	}

	synchronized TrackedConnection opened(boolean tls) {
		TrackedConnection connection = new TrackedConnection(++this.lastNumber, tls, this.clock.instant());
		this.latest.add(connection);
		this.opened++;
		this.open++;
		this.unused++;
		this.history.happened(new HistoryEvent.Opened(connection.number));
		return connection;
	}

	synchronized void closed(TrackedConnection connection) {
		connection.closedAt = this.clock.instant();
		if (connection.use != TrackedConnection.Use.CONTROL) {
			this.open--;
		}
		this.history.happened(new HistoryEvent.Closed(connection.number));
	}

	synchronized void request(TrackedConnection connection, TrackedConnection.Use use) {
		if (connection.use == TrackedConnection.Use.NONE_YET) {
			firstRequest(connection, use);
		}
		if (connection.use == TrackedConnection.Use.BOT_API && use == TrackedConnection.Use.BOT_API) {
			connection.requests++;
			this.maxRequests = Math.max(this.maxRequests, connection.requests);
			this.history.happened(new HistoryEvent.Requested(connection.number));
		}
	}

	synchronized List<ConnectionRecord> records() {
		return this.latest.toList()
			.stream()
			.filter((connection) -> connection.use != TrackedConnection.Use.CONTROL)
			.map(TrackedConnection::toRecord)
			.toList();
	}

	synchronized ObjectNode toJson() {
		return Json.object()
			.put("opened", this.opened)
			.put("open", this.open)
			.put("unused", this.unused)
			.put("maxRequests", this.maxRequests);
	}

	private void firstRequest(TrackedConnection connection, TrackedConnection.Use use) {
		connection.use = use;
		this.unused--;
		if (use == TrackedConnection.Use.CONTROL) {
			this.opened--;
			this.open--;
		}
	}

}
