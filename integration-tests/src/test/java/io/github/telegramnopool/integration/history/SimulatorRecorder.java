// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import io.github.telegramnopool.simulator.HistoryEvent;
import io.github.telegramnopool.simulator.HistoryListener;

/**
 * Writes down what the simulator tells.
 */
final class SimulatorRecorder implements HistoryListener {

	private final HistoryFile file;

	SimulatorRecorder(HistoryFile file) {
		this.file = file;
	}

	@Override
	public void happened(HistoryEvent event) {
		if (event instanceof HistoryEvent.Pushed pushed) {
			write(Event.Kind.PUSHED, pushed.bot(), pushed.update(), pushed.chat());
		}
		else if (event instanceof HistoryEvent.Served served) {
			write(Event.Kind.SERVED, served.bot(), served.updates().get(0),
					served.updates().get(served.updates().size() - 1));
		}
		else if (event instanceof HistoryEvent.Confirmed confirmed) {
			write(Event.Kind.CONFIRMED, confirmed.bot(), confirmed.update(), "");
		}
		else if (event instanceof HistoryEvent.Executed executed && executed.method().equals("sendMessage")) {
			write(Event.Kind.EXECUTED, executed.bot(), executed.connection(),
					RecordingBot.call(executed.parameters().getOrDefault("text", "")));
		}
		else if (event instanceof HistoryEvent.PollBegan began) {
			write(Event.Kind.POLL_BEGAN, began.bot(), began.connection(), "");
		}
		else if (event instanceof HistoryEvent.PollEnded ended) {
			write(Event.Kind.POLL_ENDED, ended.bot(), ended.connection(), "");
		}
		else if (event instanceof HistoryEvent.Opened opened) {
			write(Event.Kind.OPENED, 0, opened.connection(), "");
		}
		else if (event instanceof HistoryEvent.Requested requested) {
			write(Event.Kind.REQUESTED, 0, requested.connection(), "");
		}
		else if (event instanceof HistoryEvent.Closed closed) {
			write(Event.Kind.CLOSED, 0, closed.connection(), "");
		}
	}

	private void write(Event.Kind kind, long bot, long subject, Object detail) {
		this.file.write(kind, bot, 0, subject, detail);
	}

}
