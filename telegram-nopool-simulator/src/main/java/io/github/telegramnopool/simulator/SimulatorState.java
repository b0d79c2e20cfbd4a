// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Random;

/**
 * All that a simulator remembers while it is stopped, and the router that works on it.
 */
final class SimulatorState {

	final Timer timer;

	final FloodGate flood;

	final Webhooks webhooks;

	final EventStream events = new EventStream();

	final Switches switches = new Switches(this.events);

	final CallLog calls = new CallLog();

	final FaultScript faults = new FaultScript();

	final PollCount polls = new PollCount();

	final BoundedLog<Finding> findings = new BoundedLog<>();

	final FileFolder folder;

	final ConnectionLog connections;

	final Bots bots;

	private final Sessions sessions;

	private final SimulatorSettings settings;

	SimulatorState(SimulatorSettings settings) {
		this.settings = settings;
		this.folder = new FileFolder(settings.files().folder());
		this.timer = new Timer(settings.clock());
		this.sessions = new Sessions(this.timer);
		this.flood = new FloodGate(this.timer, settings.floodLimits());
		this.webhooks = new Webhooks(settings.webhooks(), this.timer, this.folder, settings.files());
		this.connections = new ConnectionLog(this.timer.clock(), settings.history());
		Random random = (settings.seed() != null) ? new Random(settings.seed()) : new Random();
		this.bots = new Bots(this.timer, this.webhooks, random, this.events, this.folder, settings.files(),
				settings.history());
	}

	StateView view() {
		return new StateView(this.connections, this.polls, this.calls, this.bots);
	}

	RequestRouter router() {
		TokenGate tokens = new TokenGate(this.settings.tokens());
		CallReader reader = new CallReader(this.folder, this.settings.files());
		ApiSchema schema = ApiSchema.load();
		CallGate gate = new CallGate(schema, this.settings.files().local(), this.settings.strict(), this.findings);
		BotMethods methods = new BotMethods(schema);
		new ServerMethods(this.sessions).registerIn(methods);
		CallRunner runner = new CallRunner(methods, gate, this.flood, this.calls, this.settings.history());
		this.webhooks.executedBy((bot, method, parameters) -> runner.run(bot, method, parameters, 0)
			.whenComplete((reply, failure) -> parameters.discardFiles()));
		BotApiHandler botApi = new BotApiHandler(tokens, reader, runner, this.sessions, this.bots, this.calls,
				this.faults, this.polls, this.timer.clock(), this.settings.history());
		ControlApi control = new ControlApi(this.bots, this.faults, view(), this.events, this.findings,
				new ServerControl(this.timer.clock(), this.flood, new ManyUpdates(this.bots), this.switches));
		return new RequestRouter(this.connections, new ChatPage(), control, botApi,
				new FileHandler(tokens, this.bots, this.faults));
	}

	void deleteFiles() {
		this.bots.all().forEach((bot) -> bot.files().clear());
		this.folder.delete();
	}

}
