package io.github.telegramnopool.simulator;

import java.util.Random;

/**
 * All that a simulator remembers while it is stopped, and the router that works on it.
 */
final class SimulatorState {

	final Timer timer = new Timer();

	final EventStream events = new EventStream();

	final CallLog calls = new CallLog();

	final FaultScript faults = new FaultScript();

	final PollCount polls = new PollCount();

	final BoundedLog<Finding> findings = new BoundedLog<>();

	final FileFolder folder = new FileFolder();

	final ConnectionLog connections;

	final Bots bots;

	private final SimulatorSettings settings;

	SimulatorState(SimulatorSettings settings) {
		this.settings = settings;
		this.connections = new ConnectionLog(settings.clock(), settings.history());
		Random random = (settings.seed() != null) ? new Random(settings.seed()) : new Random();
		this.bots = new Bots(settings.clock(), this.timer, random, this.events, this.folder, settings.files(),
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
		BotApiHandler botApi = new BotApiHandler(tokens, reader, gate, new BotMethods(schema), this.bots, this.calls,
				this.faults, this.polls, this.settings.clock(), this.settings.history());
		ControlApi control = new ControlApi(this.bots, this.faults, view(), this.events, this.findings);
		return new RequestRouter(this.connections, new ChatPage(), control, botApi,
				new FileHandler(tokens, this.bots, this.faults));
	}

	void deleteFiles() {
		this.bots.all().forEach((bot) -> bot.files().clear());
		this.folder.delete();
	}

}
