// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a JVM with two bots leaves behind or shows to its neighbours holds neither tokens
 * nor passwords of proxies: flight recording, thread dump, command line, names of
 * threads, and the log with every logger at TRACE. Only a heap dump does.
 */
class SecretArtefactTests {

	private static final String SALES = "77777:AAFD39kkdpWt3ywyRZergyOLMaJhac60sls";

	@Test
	void holdNoSecret(@TempDir Path directory) throws Exception {
		Path recording = directory.resolve("bots.jfr");
		Map<String, String> artefacts = new TreeMap<>();
		try (TelegramBehindProxy telegram = TelegramBehindProxy.withCredentials();
				ChildBot bots = run(telegram, directory, recording)) {
			say(telegram, bots, "all is well", 1);
			telegram.simulator().script(ScriptedFault.on("sendMessage").closeAtByte(20).build());
			say(telegram, bots, "a cut answer", 2);
			telegram.peer().write(42, "no tunnel");
			telegram.proxy().faults().all(Fault.failTunnel());
			awaitOutcomes(bots, 3);
			artefacts.put("thread dump", run("jcmd", Long.toString(bots.pid()), "Thread.print", "-l"));
			artefacts.put("what the JVM tells of itself", run("jcmd", Long.toString(bots.pid()), "VM.command_line")
					+ run("jcmd", Long.toString(bots.pid()), "VM.system_properties"));
			artefacts.put("process", ProcessHandle.of(bots.pid()).orElseThrow().info().toString());
			artefacts.put("names of threads", threads(bots.pid()));
			bots.terminate();
			artefacts.put("output", bots.output());
			// Each byte a character, so that texts of any encoding that keeps ASCII are
			// found
			artefacts.put("flight recording", Files.readString(recording, StandardCharsets.ISO_8859_1));
		}
		assertThat(artefacts.get("flight recording")).contains("telegram-poller", "jdk.JavaMonitorWait");
		assertThat(artefacts.get("thread dump")).contains("telegram-poller", "telegram-poller-sales");
		assertThat(artefacts.get("output")).contains("TRACE", "salesTelegramBotApi", "/sendMessage");
		artefacts.forEach((name, text) -> assertThat(forms()).as(name).noneMatch(text::contains));
	}

	private static ChildBot run(TelegramBehindProxy telegram, Path directory, Path recording) throws IOException {
		Map<String, Object> properties = telegram.settings("socks5")
			.with("spring.main.register-shutdown-hook", "true")
			.with("telegram.http.call-timeout", "2s")
			.with("telegram.http.proxy-timeout", "500ms")
			.with("logging.level.root", "trace")
			.with("telegram.bots.sales.token", "${my.vault.sales}")
			.with("my.vault.sales", SALES)
			.with("telegram.bots.sales.proxy.url", telegram.proxy().url("http"))
			.properties();
		return ChildBot.run(directory, TroubledApplication.class, properties,
				"-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording, "-Xlog:jfr*=off");
	}

	private static void say(TelegramBehindProxy telegram, ChildBot bots, String text, int outcomes) {
		telegram.peer().write(42, text);
		awaitOutcomes(bots, outcomes);
	}

	private static void awaitOutcomes(ChildBot bots, int count) {
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(bots.output().split("outcome of ", -1)).hasSizeGreaterThan(count));
	}

	private static String run(String tool, String... arguments) throws IOException, InterruptedException {
		Path program = Path.of(System.getProperty("java.home"), "bin", tool);
		Process process = new ProcessBuilder(
				Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(output).isZero();
		return output;
	}

	/**
	 * As other users of the machine see them.
	 */
	private static String threads(long pid) throws IOException {
		Path tasks = Path.of("/proc", Long.toString(pid), "task");
		if (!Files.isDirectory(tasks)) {
			return "";
		}
		try (Stream<Path> threads = Files.list(tasks)) {
			return threads.map((thread) -> {
				try {
					return Files.readString(thread.resolve("comm"));
				}
				catch (IOException ex) {
					// Ended meanwhile
					return "";
				}
			}).collect(Collectors.joining());
		}
	}

	private static Stream<String> forms() {
		return Stream
			.of(RunningBot.TOKEN, half(RunningBot.TOKEN), SALES, half(SALES), TelegramBehindProxy.PASSWORD,
					TelegramBehindProxy.USERNAME + ":" + TelegramBehindProxy.PASSWORD)
			.flatMap((secret) -> Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8),
					Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8))));
	}

	private static String half(String token) {
		return token.substring(token.indexOf(':') + 1);
	}

}
