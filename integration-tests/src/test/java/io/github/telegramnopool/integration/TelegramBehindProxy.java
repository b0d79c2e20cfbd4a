// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.net.InetSocketAddress;
import java.time.Duration;

import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import org.awaitility.Awaitility;

/**
 * A Telegram whose name only the proxy in front of it resolves.
 */
public final class TelegramBehindProxy implements AutoCloseable {

	public static final String HOST = "api.telegram.test";

	public static final String USERNAME = "bot";

	/**
	 * Appears nowhere but on the wire.
	 */
	public static final String PASSWORD = "h0rse-b4ttery-st4ple";

	private final TelegramSimulator simulator;

	private final FaultProxy proxy;

	public TelegramBehindProxy() {
		this(FaultProxy.builder().build());
	}

	public TelegramBehindProxy(FaultProxy proxy) {
		this.simulator = TelegramSimulator.builder().build().start();
		this.proxy = proxy.start();
		proxy.route(HOST, new InetSocketAddress(this.simulator.host(), this.simulator.tlsPort()));
	}

	public static TelegramBehindProxy withCredentials() {
		return new TelegramBehindProxy(FaultProxy.builder().credentials(USERNAME, PASSWORD).build());
	}

	public TelegramSimulator simulator() {
		return this.simulator;
	}

	public FaultProxy proxy() {
		return this.proxy;
	}

	/**
	 * The bot that {@link RunningBot} is.
	 */
	public SimulatedBot peer() {
		return this.simulator.bot(RunningBot.ID);
	}

	public RunningBot.Settings settings(String scheme) {
		return RunningBot.settings()
			.with("telegram.base-url", "https://" + HOST)
			.with("telegram.proxy.url", this.proxy.url(scheme))
			.trusting(this.simulator);
	}

	/**
	 * Wait until no connection is left. What has arrived by one is executed before it is
	 * seen to end.
	 */
	public void awaitEndOfConnections() {
		Awaitility.await()
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(1))
			.until(() -> this.simulator.connections().stream().allMatch((connection) -> connection.closedAt() != null));
	}

	@Override
	public void close() {
		this.proxy.close();
		this.simulator.close();
	}

}
