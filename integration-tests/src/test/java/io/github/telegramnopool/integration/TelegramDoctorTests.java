// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.time.Duration;
import java.util.stream.Stream;

import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.Diagnosis;
import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.transport.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The doctor, and what the log tells at the first success.
 */
@ExtendWith(OutputCaptureExtension.class)
class TelegramDoctorTests {

	private final TelegramBehindProxy telegram = TelegramBehindProxy.withCredentials();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void tellsTheTimeOfEachPhase() {
		this.telegram.proxy().faults().all(Fault.latency(Duration.ofMillis(20)));
		Diagnosis diagnosis = examine();
		assertThat(diagnosis.isHealthy()).isTrue();
		assertThat(diagnosis.times().durations()).containsKeys(Phase.TCP, Phase.PROXY, Phase.TLS, Phase.REQUEST);
		assertThat(diagnosis.times().durations().get(Phase.TLS)).isGreaterThan(Duration.ofMillis(19));
		assertThat(diagnosis.times().durations().get(Phase.REQUEST)).isGreaterThan(Duration.ofMillis(19));
		assertThat(diagnosis.toString()).startsWith("@sim4839574812_bot via http proxy 127.0.0.1:")
			.containsPattern("tcp \\d+ ms, proxy \\d+ ms, tls \\d+ ms, first byte \\d+ ms");
	}

	@ParameterizedTest
	@MethodSource
	void namesThePhaseThatFailsAndItsCure(Fault fault, Phase phase, String cure) {
		this.telegram.proxy().faults().all(fault);
		Diagnosis diagnosis = examine("500ms");
		assertThat(diagnosis.isHealthy()).isFalse();
		assertThat(diagnosis.failedIn()).isEqualTo(phase);
		assertThat(diagnosis.finding()).contains(cure);
		assertThat(diagnosis.toString()).contains("via http proxy 127.0.0.1:").contains(cure);
	}

	static Stream<Arguments> namesThePhaseThatFailsAndItsCure() {
		return Stream.of(Arguments.of(Fault.ignore(), Phase.PROXY, "telegram.proxy.type"),
				Arguments.of(Fault.failTunnel(), Phase.PROXY, "it answered 502"),
				Arguments.of(Fault.blackHoleAfter(0), Phase.TLS, "what is behind it seems to be down"),
				Arguments.of(Fault.resetAfter(0), Phase.TLS, "what is behind it seems to be down"));
	}

	@Test
	void namesTheProxyThatIsNotRunning() {
		this.telegram.proxy().refuseConnections();
		Diagnosis diagnosis = examine();
		assertThat(diagnosis.failedIn()).isEqualTo(Phase.TCP);
		assertThat(diagnosis.finding()).contains("refused the connection, is it running?");
	}

	@Test
	void namesTheTokenThatIsRefused() {
		String refusal = "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}";
		this.telegram.simulator().script(ScriptedFault.on("getMe").status(401).body(refusal).build());
		Diagnosis diagnosis = examine();
		assertThat(diagnosis.failedIn()).isEqualTo(Phase.RESPONSE);
		assertThat(diagnosis.finding()).contains("telegram.token");
	}

	@Test
	void saysThatSomethingElseAnswers() {
		this.telegram.simulator()
			.script(ScriptedFault.on("getMe").status(200).body("<html>Please log in</html>").build());
		assertThat(examine().finding()).contains("What answered is not Telegram");
	}

	@Test
	void tellsOfTheFirstSuccessOnceForABotThatPolls(CapturedOutput output) {
		try (RunningBot bot = this.telegram.settings("http").run(EchoBot.class)) {
			await().until(() -> this.telegram.simulator().polls() == 1);
			bot.blockingApi().getMe();
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("first byte"))).singleElement()
			.asString()
			.contains("@sim4839574812_bot", "via http proxy 127.0.0.1:", "tcp ", "proxy ", "tls ");
	}

	@Test
	void tellsOfTheFirstSuccessOnceForABotThatOnlySends(CapturedOutput output) {
		try (RunningBot bot = this.telegram.settings("http").run()) {
			bot.blockingApi().sendMessage(SendMessage.of(42, "one"));
			bot.blockingApi().sendMessage(SendMessage.of(42, "two"));
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("first byte"))).singleElement()
			.asString()
			.contains("via http proxy 127.0.0.1:");
	}

	private Diagnosis examine() {
		return examine("10s");
	}

	private Diagnosis examine(String timeout) {
		try (RunningBot bot = this.telegram.settings("http")
			.with("telegram.http.proxy-timeout", timeout)
			.with("telegram.http.tls-timeout", timeout)
			.run()) {
			Diagnosis diagnosis = bot.bean(TelegramDoctor.class).examine().block();
			assertThat(diagnosis).isNotNull();
			return diagnosis;
		}
	}

}
