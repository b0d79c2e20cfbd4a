// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.util.List;

import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.integration.Executions;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.ScriptedFaultBuilder;
import io.github.telegramnopool.simulator.fault.Direction;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * F51: a call was executed and its answer is lost.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class F51LostAnswerTests {

	/**
	 * An answer of the simulator, head and body, has some more.
	 */
	private static final int BYTES = 320;

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	private final RunningBot bot = this.telegram.settings("socks5").with("telegram.http.call-timeout", "1500ms").run();

	private final BlockingTelegramBotApi api = this.bot.blockingApi();

	@AfterAll
	void stop() {
		this.bot.close();
		this.telegram.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sendMessage", "sendDocument" })
	void neverRepeatsACallThatMayHaveBeenExecuted(String method) {
		for (int cut = 0; cut < BYTES; cut += 19) {
			assertExecutedOnce(method, ScriptedFault.on(method).resetAtByte(cut), "reset at byte " + cut);
			assertExecutedOnce(method, ScriptedFault.on(method).closeAtByte(cut), "closed at byte " + cut);
		}
		assertExecutedOnce(method, ScriptedFault.on(method).never(), "silent");
		for (int status : List.of(500, 502, 503, 504)) {
			assertExecutedOnce(method, ScriptedFault.on(method).status(status), "status " + status);
		}
		for (String body : List.of("", "{\"ok\":true", "{\"ok\":true,\"result\":{\"message_id\":\"\"}}", "<html>")) {
			assertExecutedOnce(method, ScriptedFault.on(method).body(body), "body " + body);
		}
	}

	private void assertExecutedOnce(String method, ScriptedFaultBuilder fault, String description) {
		int received = this.telegram.simulator().received(method);
		int executed = this.telegram.simulator().executed(method);
		this.telegram.simulator().script(fault.execute().build());
		assertThatExceptionOfType(OutcomeUnknownException.class).as(description)
			.isThrownBy(() -> call(method))
			.satisfies((ex) -> assertThat(ex.method()).isEqualTo(method));
		assertThat(this.telegram.simulator().executed(method) - executed).as(description).isEqualTo(1);
		assertThat(this.telegram.simulator().received(method) - received).as(description).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UP", "DOWN" })
	void isExecutedAtMostOnceWhereverTheTunnelIsCut(Direction direction) {
		call("sendMessage");
		var tunnels = this.telegram.proxy().tunnels();
		var whole = tunnels.get(tunnels.size() - 1);
		long length = (direction == Direction.UP) ? whole.bytesUp() : whole.bytesDown();
		for (long cut = 0; cut <= length + 20; cut += 53) {
			int before = this.telegram.simulator().executed("sendMessage");
			this.telegram.proxy()
				.faults()
				.next((cut % 2 == 0) ? Fault.resetAfter(cut, direction) : Fault.closeAfter(cut, direction));
			Executions expected = Executions.of(() -> call("sendMessage"));
			this.telegram.awaitEndOfConnections();
			int executed = this.telegram.simulator().executed("sendMessage") - before;
			assertThat(executed).as("executed when cut at byte %d of %d", cut, length)
				.isBetween(expected.least(), expected.most());
		}
	}

	@Test
	void readsAreRepeatedTwiceAtMost() {
		this.telegram.simulator().script(ScriptedFault.on("getMe").closeAtByte(20).times(2).build());
		try (RunningBot patient = this.telegram.settings("socks5").run()) {
			assertThat(patient.blockingApi().getMe().id()).isEqualTo(RunningBot.ID);
			this.telegram.simulator().script(ScriptedFault.on("getMe").closeAtByte(20).times(3).build());
			assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(patient.blockingApi()::getMe);
		}
		assertThat(this.telegram.simulator().received("getMe")).isEqualTo(6);
	}

	private Object call(String method) {
		return method.equals("sendMessage") ? this.api.sendMessage(SendMessage.of(42, "Hi"))
				: this.api.sendDocument(SendDocument.of(42, InputFile.of(new byte[3000], "a")));
	}

}
