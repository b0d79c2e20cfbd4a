// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Token and proxy password are nowhere but on the wire. The bot runs in a JVM of its own,
 * so that what is searched is all that it ever wrote.
 */
@Tag("long")
class SecretPromiseTests {

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5" })
	void tokenAppearsNowhere(String scheme, @TempDir Path directory) throws IOException, InterruptedException {
		try (TelegramBehindProxy telegram = TelegramBehindProxy.withCredentials();
				ChildBot bot = run(telegram, scheme, directory)) {
			goThroughTroubles(telegram, bot);
			bot.terminate();
			String output = bot.output();
			assertThat(output.lines().count()).isGreaterThan(1000);
			assertThat(output).contains("TRACE", "reactor.netty.http.client", "io.netty", "/sendMessage");
			assertThat(forms(RunningBot.TOKEN, secretHalf())).noneMatch(output::contains);
			assertThat(forms(TelegramBehindProxy.PASSWORD)).noneMatch(output::contains);
		}
	}

	@Test
	void tokenOfANamedBotAppearsNowhere(@TempDir Path directory) throws IOException, InterruptedException {
		try (TelegramBehindProxy telegram = TelegramBehindProxy.withCredentials();
				ChildBot bot = ChildBot.run(directory, TroubledApplication.class,
						settings(telegram, "socks5").with("telegram.token", "")
							.with("telegram.bots.sales.token", RunningBot.TOKEN)
							.properties())) {
			say(telegram, bot, "all is well", 1);
			telegram.simulator().script(ScriptedFault.on("sendMessage").closeAtByte(20).build());
			say(telegram, bot, "a cut answer", 2);
			bot.terminate();
			String output = bot.output();
			assertThat(output).contains("TRACE", "salesTelegramBotApi", "/sendMessage");
			assertThat(forms(RunningBot.TOKEN, secretHalf())).noneMatch(output::contains);
			assertThat(forms(TelegramBehindProxy.PASSWORD)).noneMatch(output::contains);
		}
	}

	@Test
	void findsALeak(@TempDir Path directory) throws IOException {
		try (TelegramBehindProxy telegram = TelegramBehindProxy.withCredentials();
				ChildBot bot = run(telegram, "socks5", directory)) {
			telegram.peer().write(42, "leak " + Base64.getEncoder().encodeToString(RunningBot.TOKEN.getBytes()));
			awaitOutcomes(bot, 1);
			assertThat(forms(RunningBot.TOKEN)).anyMatch(bot.output()::contains);
		}
	}

	private static ChildBot run(TelegramBehindProxy telegram, String scheme, Path directory) throws IOException {
		return ChildBot.run(directory, TroubledApplication.class, settings(telegram, scheme).properties());
	}

	private static RunningBot.Settings settings(TelegramBehindProxy telegram, String scheme) {
		return telegram.settings(scheme)
			.with("spring.main.register-shutdown-hook", "true")
			.with("logging.level.root", "trace")
			.with("telegram.http.call-timeout", "2s")
			.with("telegram.http.proxy-timeout", "500ms")
			.with("telegram.http.tls-timeout", "500ms");
	}

	private static void goThroughTroubles(TelegramBehindProxy telegram, ChildBot bot) {
		say(telegram, bot, "all is well", 1);
		telegram.simulator().script(ScriptedFault.on("sendMessage").status(502).body("<html>502</html>").build());
		say(telegram, bot, "a gateway answers", 2);
		telegram.simulator().script(ScriptedFault.on("sendMessage").status(200).body("{\"ok\":").build());
		say(telegram, bot, "half an answer", 3);
		telegram.simulator().script(ScriptedFault.on("sendMessage").closeAtByte(20).build());
		say(telegram, bot, "a cut answer", 4);
		telegram.simulator().script(ScriptedFault.on("sendMessage").never().build());
		say(telegram, bot, "no answer", 5);
		String refusal = "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}";
		telegram.simulator().script(ScriptedFault.on("sendMessage").status(401).body(refusal).build());
		say(telegram, bot, "refused", 6);
		telegram.simulator().script(ScriptedFault.on("sendMessage").retryAfter(1).build());
		say(telegram, bot, "told to wait", 7);
		telegram.simulator().script(ScriptedFault.on("sendMessage").status(413).body("").build());
		say(telegram, bot, "too large", 8);
		say(telegram, bot, "files", 9);
		assertThat(bot.output()).contains("transferred 7 bytes", "download: 404 Not Found", "/file/documents/");
		List<Fault> faults = List.of(Fault.ignore(), Fault.refuse(), Fault.failTunnel(), Fault.blackHoleAfter(0),
				Fault.resetAfter(100), Fault.resetAfter(0));
		int outcomes = 9;
		for (Fault fault : faults) {
			// The update comes by the poll that is under way, the answer meets the fault
			await().atMost(Duration.ofSeconds(40)).until(() -> isPolledLong(telegram.simulator()));
			telegram.proxy().faults().all(fault);
			telegram.peer().write(42, "fault " + outcomes);
			awaitOutcomes(bot, ++outcomes);
			telegram.proxy().faults().none();
		}
		await().atMost(Duration.ofSeconds(20)).until(() -> telegram.simulator().polls() == 1);
	}

	/**
	 * A quick look at the end of an outage takes no update along that comes later.
	 */
	private static boolean isPolledLong(TelegramSimulator simulator) {
		return simulator.polls() == 1 && simulator.requests()
			.stream()
			.filter((request) -> request.method().equalsIgnoreCase("getUpdates"))
			.reduce((earlier, later) -> later)
			.filter((last) -> !"0".equals(last.parameters().get("timeout")))
			.isPresent();
	}

	private static void say(TelegramBehindProxy telegram, ChildBot bot, String text, int outcomes) {
		telegram.peer().write(42, text);
		awaitOutcomes(bot, outcomes);
	}

	private static void awaitOutcomes(ChildBot bot, int count) {
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(bot.output().split("outcome of ", -1)).hasSizeGreaterThan(count));
	}

	private static String secretHalf() {
		return RunningBot.TOKEN.substring(RunningBot.TOKEN.indexOf(':') + 1);
	}

	/**
	 * The ways in which a secret can be written.
	 */
	private static Stream<String> forms(String... secrets) {
		return Stream.of(secrets)
			.flatMap((secret) -> Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8),
					URLEncoder.encode(secret, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT),
					Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
					Base64.getUrlEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
					basic(secret)));
	}

	/**
	 * As it would travel to an HTTP proxy.
	 */
	private static String basic(String secret) {
		String credentials = TelegramBehindProxy.USERNAME + ":" + secret;
		return Base64.getEncoder().withoutPadding().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
	}

}
