// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link TelegramSimulator}.
 *
 * @since 0.1.0
 */
public final class TelegramSimulatorBuilder {

	static final List<String> NAMES = List.of("api.telegram.test", "localhost", "127.0.0.1");

	private String host = "127.0.0.1";

	private int port;

	private int tlsPort;

	private List<String> names = NAMES;

	private Set<String> tokens = Set.of();

	private @Nullable Long seed;

	private Clock clock = Clock.systemUTC();

	private HistoryListener history = (event) -> {
	};

	private boolean strict;

	private boolean local;

	private boolean localWebhooks;

	private @Nullable FloodLimits floodLimits;

	private @Nullable Long maxUpload;

	private @Nullable Long maxDownload;

	private @Nullable Path folder;

	TelegramSimulatorBuilder() {
	}

	/**
	 * Address to listen on; 127.0.0.1 by default. Another one lets other machines in, or
	 * containers.
	 * @param host the address or name
	 * @return this builder
	 */
	public TelegramSimulatorBuilder host(String host) {
		this.host = host;
		return this;
	}

	/**
	 * Port of the plain listener; 0, the default, for any free one.
	 * @param port the port
	 * @return this builder
	 */
	public TelegramSimulatorBuilder port(int port) {
		this.port = requirePort("port", port);
		return this;
	}

	/**
	 * Port of the TLS listener; 0, the default, for any free one.
	 * @param tlsPort the port
	 * @return this builder
	 */
	public TelegramSimulatorBuilder tlsPort(int tlsPort) {
		this.tlsPort = requirePort("tlsPort", tlsPort);
		return this;
	}

	/**
	 * Names and addresses for which the TLS listener's certificate is good, by default
	 * {@code api.telegram.test}, {@code localhost} and {@code 127.0.0.1}.
	 * @param names the names, in place of the default ones
	 * @return this builder
	 */
	public TelegramSimulatorBuilder names(String... names) {
		this.names = List.of(names);
		return this;
	}

	/**
	 * Tokens that work. Without any, the default, every well-formed one does.
	 * @param tokens the tokens
	 * @return this builder
	 */
	public TelegramSimulatorBuilder tokens(String... tokens) {
		this.tokens = Set.of(tokens);
		return this;
	}

	/**
	 * Make the first update id of each bot the same in every run.
	 * @param seed what they are drawn from, in the order in which bots appear
	 * @return this builder
	 */
	public TelegramSimulatorBuilder seed(long seed) {
		this.seed = seed;
		return this;
	}

	/**
	 * Clock for the dates of messages and the expiry of updates. What is waited for takes
	 * real time, unless {@link SimulatorClock#advance} shortens it.
	 * @param clock the clock; the system's by default
	 * @return this builder
	 */
	public TelegramSimulatorBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Have everything told that happens, to write it down; nobody is told by default.
	 * @param history who is told
	 * @return this builder
	 */
	public TelegramSimulatorBuilder history(HistoryListener history) {
		this.history = history;
		return this;
	}

	/**
	 * Refuse calls that the Bot API's schema does not allow: unknown parameters and
	 * fields, wrong types, files that nothing refers to. The official server lets most of
	 * it pass, and so does the simulator by default; {@link TelegramSimulator#findings()}
	 * tells of it in either case.
	 * @return this builder
	 */
	public TelegramSimulatorBuilder strict() {
		this.strict = true;
		return this;
	}

	/**
	 * Behave as a local Bot API server: uploads up to 2000 MB, downloads of any size,
	 * absolute paths from {@code getFile}, {@code file:} URLs in place of uploads, and
	 * webhooks anywhere. Files can be downloaded as from the cloud all the same.
	 * @return this builder
	 */
	public TelegramSimulatorBuilder localServer() {
		this.local = true;
		return this;
	}

	/**
	 * Accept webhooks by plain http, on any port and at any address, and call them.
	 * Without this, or {@link #localServer()}, the simulator has Telegram's rules: it
	 * refuses webhooks that the internet could not reach, and accepts others but never
	 * calls them.
	 * @return this builder
	 */
	public TelegramSimulatorBuilder localWebhooks() {
		this.localWebhooks = true;
		return this;
	}

	/**
	 * Answer 429 to messages that come faster than this; there is no limit by default.
	 * @param limits the limits
	 * @return this builder
	 * @see TelegramSimulator#floodLimits(FloodLimits)
	 */
	public TelegramSimulatorBuilder floodLimits(FloodLimits limits) {
		this.floodLimits = limits;
		return this;
	}

	/**
	 * Size of the largest file that can be uploaded, by default 50 MB as in the cloud. A
	 * request with a larger one is answered with 413, and its connection ends.
	 * @param bytes the size
	 * @return this builder
	 */
	public TelegramSimulatorBuilder maxUpload(long bytes) {
		this.maxUpload = bytes;
		return this;
	}

	/**
	 * Size of the largest file that {@code getFile} finds, by default 20 MB as in the
	 * cloud.
	 * @param bytes the size
	 * @return this builder
	 */
	public TelegramSimulatorBuilder maxDownload(long bytes) {
		this.maxDownload = bytes;
		return this;
	}

	/**
	 * Where files are kept: in a folder of their own inside of this one, until the
	 * simulator is closed. By default that is where the system has its temporary files.
	 * @param folder the folder, which is created if it does not exist
	 * @return this builder
	 */
	public TelegramSimulatorBuilder folder(Path folder) {
		this.folder = folder;
		return this;
	}

	/**
	 * Build the simulator, with its certificate. It does not listen yet.
	 * @return the simulator
	 */
	public TelegramSimulator build() {
		return new TelegramSimulator(new SimulatorSettings(this.host, this.port, this.tlsPort, this.names, this.tokens,
				this.seed, this.clock, this.history, this.strict, files(), this.floodLimits, webhooks()));
	}

	private FileRules files() {
		long upload = this.local ? FileRules.LOCAL_UPLOAD : FileRules.CLOUD_UPLOAD;
		long download = this.local ? Long.MAX_VALUE : FileRules.CLOUD_DOWNLOAD;
		return new FileRules(this.local, (this.maxUpload != null) ? this.maxUpload : upload,
				(this.maxDownload != null) ? this.maxDownload : download, this.folder);
	}

	private WebhookRules webhooks() {
		WebhookRules rules = this.local ? WebhookRules.LOCAL : WebhookRules.CLOUD;
		return this.localWebhooks ? rules.withAnyAddress() : rules;
	}

	private static int requirePort(String name, int port) {
		if (port < 0 || port > 65535) {
			throw new IllegalArgumentException("'" + name + "' must be from 0 to 65535, but is " + port);
		}
		return port;
	}

}
