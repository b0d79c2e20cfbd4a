// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code GET /_sim/state} shows.
 */
record StateView(ConnectionLog connections, PollCount polls, CallLog calls, Bots bots) {

	ObjectNode toJson() {
		ObjectNode state = Json.object();
		state.set("connections", this.connections.toJson());
		state.putObject("polls").put("current", this.polls.current()).put("max", this.polls.max());
		state.set("calls", this.calls.toJson());
		state.set("bots", this.bots.toJson());
		return state;
	}

}
