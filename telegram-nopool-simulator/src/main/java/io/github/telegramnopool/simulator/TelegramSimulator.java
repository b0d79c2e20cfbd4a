// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;

import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.X509Bundle;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

/**
 * A Bot API server to embed: it behaves as the official one does, on a plain and on a TLS
 * listener, and users of its chats are played by tests or by a person at its chat page.
 * <p>
 * Bots, chats, counters and scripted faults live as long as the simulator and survive
 * {@link #stop()}; a simulator that is started again listens on the same ports with the
 * same certificate. Safe for use by several threads.
 *
 * <pre>{@code
 * try (TelegramSimulator simulator = TelegramSimulator.builder().build().start()) {
 *     simulator.bot(42).write(7, "/start");
 *     // let a bot with the token "42:<24 characters or more>" poll simulator.url()
 *     assertThat(simulator.executed("sendMessage")).isEqualTo(1);
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public final class TelegramSimulator implements AutoCloseable {

	private final SimulatorSettings settings;

	private final ServerCertificate certificate;

	private final SimulatorState state;

	private @Nullable Listeners listeners;

	private volatile int port;

	private volatile int tlsPort;

	TelegramSimulator(SimulatorSettings settings) {
		this.settings = settings;
		this.port = settings.port();
		this.tlsPort = settings.tlsPort();
		this.certificate = ServerCertificate.issue(settings.names());
		this.state = new SimulatorState(settings);
	}

	/**
	 * Begin a simulator.
	 * @return a builder with the defaults: any free port of 127.0.0.1, every well-formed
	 * token
	 */
	public static TelegramSimulatorBuilder builder() {
		return new TelegramSimulatorBuilder();
	}

	/**
	 * Open both listeners. Does nothing if they are open.
	 * @return this simulator
	 * @throws IllegalStateException if a port cannot be had
	 */
	public synchronized TelegramSimulator start() {
		if (this.listeners == null) {
			Listeners opened = new Listeners(this.state.connections, this.state.router());
			try {
				open(opened);
			}
			catch (RuntimeException ex) {
				opened.close();
				throw ex;
			}
			this.listeners = opened;
			this.state.timer.start();
			this.state.events.start(this.state.timer, this.state.view());
			this.state.bots.all().forEach((bot) -> bot.feed().open());
		}
		return this;
	}

	/**
	 * Close the listeners and every connection, and end every thread. Does nothing if
	 * they are closed. Polls that wait are cut, not answered.
	 */
	public synchronized void stop() {
		Listeners open = this.listeners;
		this.listeners = null;
		if (open != null) {
			this.state.timer.stop();
			this.state.bots.all().forEach(SimulatedBot::drop);
			open.close();
			// What came meanwhile may have opened a webhook again
			this.state.bots.all().forEach(SimulatedBot::drop);
			this.state.webhooks.stop();
		}
	}

	/**
	 * Stop, and delete the files of all bots.
	 */
	@Override
	public void close() {
		stop();
		this.state.deleteFiles();
	}

	/**
	 * Whether the listeners are open.
	 * @return {@code true} between start and stop
	 */
	public synchronized boolean isRunning() {
		return this.listeners != null;
	}

	/**
	 * Address on which the simulator listens.
	 * @return the address as it was set
	 */
	public String host() {
		return this.settings.host();
	}

	/**
	 * Port of the plain listener, which also serves the chat page and the control API.
	 * @return the port, or what was set if the simulator has not been started
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Port of the TLS listener.
	 * @return the port, or what was set if the simulator has not been started
	 */
	public int tlsPort() {
		return this.tlsPort;
	}

	/**
	 * Root of the plain listener.
	 * @return an {@code http} URL without a path
	 */
	public URI url() {
		return url("http", this.port);
	}

	/**
	 * Root of the TLS listener.
	 * @return an {@code https} URL without a path
	 */
	public URI tlsUrl() {
		return url("https", this.tlsPort);
	}

	/**
	 * Certificate of the authority that issued the TLS listener's own. A client that
	 * trusts it can verify the listener under each of the builder's names.
	 * @return the certificate
	 */
	public X509Certificate certificate() {
		return this.certificate.authority();
	}

	/**
	 * The same certificate as text, for programs that take a file of trusted ones.
	 * @return the certificate in PEM
	 */
	public String certificatePem() {
		return this.certificate.authorityPem();
	}

	/**
	 * A bot, as Telegram sees it. It exists from now on if it did not.
	 * @param id the number in front of its token's colon
	 * @return the bot
	 */
	public SimulatedBot bot(long id) {
		return this.state.bots.get(id, false);
	}

	/**
	 * The bot of the test environment, which has updates and chats of its own.
	 * @param id the number in front of its token's colon
	 * @return the bot
	 */
	public SimulatedBot testBot(long id) {
		return this.state.bots.get(id, true);
	}

	/**
	 * Script the next answers of a method, behind those that are scripted already.
	 * @param fault what happens to them
	 */
	public void script(ScriptedFault fault) {
		this.state.faults.add(fault);
	}

	/**
	 * Forget what is scripted and has not happened.
	 */
	public void clearScript() {
		this.state.faults.clear();
	}

	/**
	 * The clock by which everything waits that Telegram lets wait, to be put forward.
	 * @return the clock
	 */
	public SimulatorClock clock() {
		return this.state.timer.clock();
	}

	/**
	 * Answer 429 from now on to messages that come faster than this. What was sent before
	 * does not count.
	 * @param limits the limits, or {@code null} for none
	 */
	public void floodLimits(@Nullable FloodLimits limits) {
		this.state.flood.limits(limits);
	}

	/**
	 * Let people at the chat page switch something, as a proxy's faults.
	 * @param added the switch, for as long as the simulator exists
	 * @throws IllegalArgumentException if there is one of its name
	 */
	public void addSwitch(PageSwitch added) {
		this.state.switches.add(added);
	}

	/**
	 * How many calls of a method have come, answered or not.
	 * @param method its name in any case
	 * @return the number
	 */
	public int received(String method) {
		return this.state.calls.receivedCount(method);
	}

	/**
	 * How many calls of a method have had their effect, whatever became of their answers.
	 * @param method its name in any case
	 * @return the number
	 */
	public int executed(String method) {
		return this.state.calls.executedCount(method);
	}

	/**
	 * The latest 10,000 calls.
	 * @return the calls in the order in which they came
	 */
	public List<RecordedRequest> requests() {
		return this.state.calls.requests();
	}

	/**
	 * What the calls so far had that the Bot API's schema does not know or allow: wrong
	 * names and types, required parameters that were missing, files that nothing refers
	 * to.
	 * @return the latest 10,000 findings in the order of the calls
	 */
	public List<Finding> findings() {
		return this.state.findings.toList();
	}

	/**
	 * The latest of the clients' connections, those of the page and the control API left
	 * out.
	 * @return up to 10,000 connections in the order in which they were opened
	 */
	public List<ConnectionRecord> connections() {
		return this.state.connections.records();
	}

	/**
	 * How many {@code getUpdates} are in flight. One counts until it is answered or its
	 * client's socket is closed.
	 * @return the number
	 */
	public int polls() {
		return this.state.polls.current();
	}

	/**
	 * The most {@code getUpdates} that were ever in flight together.
	 * @return the number
	 */
	public int maxPolls() {
		return this.state.polls.max();
	}

	/**
	 * What {@code GET /_sim/state} answers.
	 * @return the JSON
	 */
	public String stateJson() {
		return Json.write(this.state.view().toJson());
	}

	private URI url(String scheme, int port) {
		return URI.create(scheme + "://" + (host().contains(":") ? "[" + host() + "]" : host()) + ":" + port);
	}

	FileFolder folder() {
		return this.state.folder;
	}

	private void open(Listeners listeners) {
		X509Bundle identity = this.certificate.identity();
		// The JDK's, so that it is the same server where clients bring netty-tcnative
		GenericSslContextSpec<SslContextBuilder> tls = Http11SslContextSpec
			.forServer(identity.getKeyPair().getPrivate(), identity.getCertificatePath())
			.configure((builder) -> builder.sslProvider(SslProvider.JDK));
		this.port = listeners.open(host(), this.port, false, (server) -> server);
		this.tlsPort = listeners.open(host(), this.tlsPort, true,
				(server) -> server.secure((spec) -> spec.sslContext(tls)));
	}

}
