package io.github.telegramnopool.integration;

import java.net.InetSocketAddress;

import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;

/**
 * A Telegram whose name only the proxy in front of it resolves.
 */
final class TelegramBehindProxy implements AutoCloseable {

	static final String HOST = "api.telegram.test";

	static final String USERNAME = "bot";

	/**
	 * Appears nowhere but on the wire.
	 */
	static final String PASSWORD = "h0rse-b4ttery-st4ple";

	private final TelegramSimulator simulator;

	private final FaultProxy proxy;

	TelegramBehindProxy() {
		this(FaultProxy.builder().build());
	}

	TelegramBehindProxy(FaultProxy proxy) {
		this.simulator = TelegramSimulator.builder().build().start();
		this.proxy = proxy.start();
		proxy.route(HOST, new InetSocketAddress(this.simulator.host(), this.simulator.tlsPort()));
	}

	static TelegramBehindProxy withCredentials() {
		return new TelegramBehindProxy(FaultProxy.builder().credentials(USERNAME, PASSWORD).build());
	}

	TelegramSimulator simulator() {
		return this.simulator;
	}

	FaultProxy proxy() {
		return this.proxy;
	}

	/**
	 * The bot that {@link RunningBot} is.
	 */
	SimulatedBot peer() {
		return this.simulator.bot(RunningBot.ID);
	}

	RunningBot.Settings settings(String scheme) {
		return RunningBot.settings()
			.with("telegram.base-url", "https://" + HOST)
			.with("telegram.proxy.url", this.proxy.url(scheme))
			.trusting(this.simulator);
	}

	@Override
	public void close() {
		this.proxy.close();
		this.simulator.close();
	}

}
