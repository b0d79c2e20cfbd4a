// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Two bots under random faults, each in a JVM of its own: the victim, which is killed
 * again and again, and the survivor, which lives as long as the run and shows what it
 * takes.
 */
final class HistoryRun {

	static final long VICTIM = RunningBot.ID;

	static final long SURVIVOR = 5839574813L;

	private static final String SURVIVORS_TOKEN = SURVIVOR + ":AAHkq93LsmfWq0zPz7Rbn4cJd81xZt6uvYw";

	private final Path directory;

	private final RunSettings settings;

	HistoryRun(Path directory, RunSettings settings) {
		this.directory = directory;
		this.settings = settings;
	}

	/**
	 * Everything that appears nowhere but on the wire.
	 */
	static List<String> secrets() {
		return List.of(RunningBot.TOKEN, SURVIVORS_TOKEN, TelegramBehindProxy.PASSWORD);
	}

	/**
	 * The records that make up the history.
	 */
	List<Path> files() {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.filter((file) -> file.toString().endsWith(".history")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void run() throws InterruptedException {
		try (HistoryFile history = new HistoryFile(this.directory.resolve("simulator.history"));
				TelegramSimulator simulator = TelegramSimulator.builder()
					.history(new SimulatorRecorder(history))
					.seed(this.settings.seed())
					.build()
					.start();
				FaultProxy proxy = FaultProxy.builder()
					.credentials(TelegramBehindProxy.USERNAME, TelegramBehindProxy.PASSWORD)
					.build()
					.start()) {
			proxy.route(TelegramBehindProxy.HOST, new InetSocketAddress(simulator.host(), simulator.tlsPort()));
			run(simulator, proxy, history);
		}
	}

	private void run(TelegramSimulator simulator, FaultProxy proxy, HistoryFile history) throws InterruptedException {
		List<SimulatedBot> peers = List.of(simulator.bot(VICTIM), simulator.bot(SURVIVOR));
		List<String> arguments = List.of("--spring.config.location=file:" + configuration(simulator));
		try (BotLives victim = new BotLives(this.directory, "victim", VICTIM,
				environment(RunningBot.TOKEN, proxy, "socks5"), arguments, history);
				BotLives survivor = new BotLives(this.directory, "survivor", SURVIVOR,
						environment(SURVIVORS_TOKEN, proxy, "http"), arguments, history)) {
			Nemesis nemesis = new Nemesis(simulator, proxy, peers.get(0), victim, history, this.settings);
			nemesis.start();
			try {
				new Generator(peers, this.settings).run();
			}
			finally {
				nemesis.stop();
			}
			victim.checkAlive();
			survivor.checkAlive();
			await(Duration.ofMinutes(5), () -> peers.stream().allMatch((peer) -> peer.pending() == 0));
			victim.end();
			survivor.end();
		}
		await(Duration.ofSeconds(10), () -> proxy.open() == 0
				&& simulator.connections().stream().allMatch((connection) -> connection.closedAt() != null));
		history.write(Event.Kind.LEFT, 0, 0, proxy.open(),
				proxy.opened() + " " + proxy.tunnels().stream().filter((tunnel) -> tunnel.closedAt() == null).toList());
	}

	/**
	 * Wait for something that has to come; the checker tells if it has not.
	 */
	private static void await(Duration limit, Callable<Boolean> condition) {
		try {
			Awaitility.await().atMost(limit).until(condition);
		}
		catch (ConditionTimeoutException ex) {
			// As said
		}
	}

	private static Map<String, String> environment(String token, FaultProxy proxy, String scheme) {
		return Map.of("TELEGRAM_TOKEN", token, "TELEGRAM_PROXY_URL", proxy.url(scheme).toString());
	}

	private Path configuration(TelegramSimulator simulator) {
		Map<String, Object> properties = new LinkedHashMap<>(RunningBot.settings().trusting(simulator).properties());
		properties.remove("telegram.token");
		properties.remove("spring.main.register-shutdown-hook");
		properties.put("telegram.base-url", "https://" + TelegramBehindProxy.HOST);
		properties.put("telegram.polling.timeout", "5s");
		properties.put("telegram.http.connect-timeout", "1s");
		properties.put("telegram.http.proxy-timeout", "1s");
		properties.put("telegram.http.tls-timeout", "1s");
		properties.put("telegram.http.call-timeout", "3s");
		properties.put("history.sample", this.settings.sampleInterval().toMillis() + "ms");
		List<String> lines = new ArrayList<>();
		properties.forEach((name, value) -> lines.add(name + "=" + value.toString().replace("\n", "\\n")));
		try {
			return Files.write(this.directory.resolve("bot.properties"), lines).toAbsolutePath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
