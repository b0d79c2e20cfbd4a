// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * Runs the methods that bots call, by request or in the answer of a webhook.
 */
final class CallRunner {

	private final BotMethods methods;

	private final CallGate gate;

	private final FloodGate flood;

	private final CallLog calls;

	private final HistoryListener history;

	CallRunner(BotMethods methods, CallGate gate, FloodGate flood, CallLog calls, HistoryListener history) {
		this.methods = methods;
		this.gate = gate;
		this.flood = flood;
		this.calls = calls;
		this.history = history;
	}

	/**
	 * The name of a method as Telegram writes it, if it is one.
	 */
	String nameOf(String method) {
		BotMethods.Named named = this.methods.find(method);
		return (named != null) ? named.name() : method;
	}

	/**
	 * Run a method.
	 * @param connection number of the connection that carried the call, or 0 if it came
	 * from a webhook
	 */
	CompletableFuture<Reply> run(SimulatedBot bot, String name, Parameters parameters, long connection) {
		BotMethods.Named method = this.methods.find(name);
		if (method == null) {
			return CompletableFuture.completedFuture(Reply.error(404, "Not Found: method not found"));
		}
		CompletableFuture<Reply> reply;
		try {
			this.gate.check(bot, method.name(), parameters);
			this.flood.check(bot, method.name(), parameters);
			reply = method.method().call(bot, parameters).toCompletableFuture();
		}
		catch (ApiError ex) {
			reply = CompletableFuture.completedFuture(ex.toReply());
		}
		return reply.whenComplete((answer, failure) -> count(bot, method.name(), parameters, connection, answer));
	}

	private void count(SimulatedBot bot, String name, Parameters parameters, long connection, @Nullable Reply answer) {
		if (answer != null && answer.isOk()) {
			this.calls.executed(name);
			this.history.happened(new HistoryEvent.Executed(bot.id(), name, parameters.values(), connection));
		}
	}

}
