// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.util.List;

import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.BotCommand;
import io.github.telegramnopool.dispatch.OnCommand;
import io.github.telegramnopool.dispatch.UnsupportedListenerException;
import io.github.telegramnopool.simulator.RecordedRequest;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A bot tells Telegram its commands.
 */
@ExtendWith(OutputCaptureExtension.class)
class CommandPublicationTests {

	private static final String KNOWN = "already";

	private final TelegramSimulator simulator = TelegramSimulator.builder().build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void publishesDescribedCommandsInOrderOnceTheBotIsReady() {
		try (RunningBot bot = publishing().run(DescribedBot.class)) {
			await().until(() -> this.simulator.executed("setMyCommands") == 1);
			assertThat(bot.blockingApi().getMyCommands()).containsExactly(BotCommand.of("start", "Say hello"),
					BotCommand.of("about", "Who am I?"));
		}
		assertThat(this.simulator.requests()).extracting(RecordedRequest::method)
			.containsSubsequence("getMe", "getMyCommands", "setMyCommands");
	}

	@Test
	void doesNotSendAgainWhatTelegramKnows(CapturedOutput output) {
		for (int starts = 0; starts < 2; starts++) {
			try (RunningBot bot = publishing().run(DescribedBot.class)) {
				int times = starts + 1;
				await().until(() -> lines(output, "commands").size() == times);
			}
		}
		assertThat(lines(output, KNOWN)).hasSize(1);
		assertThat(this.simulator.received("setMyCommands")).isEqualTo(1);
	}

	@Test
	void publishesNothingUnlessAsked() {
		try (RunningBot bot = RunningBot.settings().reaching(this.simulator, "localhost").run(DescribedBot.class)) {
			answers(bot);
		}
		assertThat(this.simulator.received("getMyCommands") + this.simulator.received("setMyCommands")).isZero();
	}

	@Test
	void aRefusalIsToldOnceAndStopsNothing(CapturedOutput output) {
		String refusal = "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: BOT_COMMAND_INVALID\"}";
		this.simulator.script(ScriptedFault.on("setMyCommands").status(400).body(refusal).build());
		try (RunningBot bot = publishing().run(DescribedBot.class)) {
			await().until(() -> !lines(output, "can't be published").isEmpty());
			answers(bot);
		}
		assertThat(lines(output, "can't be published")).singleElement()
			.asString()
			.contains(" WARN ", "'default'", "BOT_COMMAND_INVALID");
	}

	@Test
	void startsAndAnswersWhileTelegramIsSilent() {
		this.simulator.script(ScriptedFault.on("getMyCommands").never().build());
		try (RunningBot bot = publishing().run(DescribedBot.class)) {
			await().until(() -> this.simulator.received("getMyCommands") == 1);
			answers(bot);
			assertThat(this.simulator.received("setMyCommands")).isZero();
		}
	}

	@Test
	void refusesAtTheStartWhatTelegramWouldRefuse() {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> publishing().run(WrongBot.class))
			.havingRootCause()
			.isInstanceOf(UnsupportedListenerException.class)
			.withMessageContaining("'my-command'");
		assertThat(this.simulator.requests()).isEmpty();
	}

	@Test
	void otherwiseAnyNameWillDo() {
		try (RunningBot bot = RunningBot.settings().reaching(this.simulator, "localhost").run(WrongBot.class)) {
			assertThat(bot.poller().isRunning()).isTrue();
		}
	}

	private RunningBot.Settings publishing() {
		return RunningBot.settings().reaching(this.simulator, "localhost").with("telegram.commands.publish", true);
	}

	private void answers(RunningBot bot) {
		SimulatedBot peer = this.simulator.bot(RunningBot.ID);
		peer.write(42, "/start");
		await().untilAsserted(() -> assertThat(peer.transcript(42)).map((message) -> message.path("text").asString())
			.containsExactly("/start", "Hello!"));
	}

	private static List<String> lines(CapturedOutput output, String part) {
		return output.getOut().lines().filter((line) -> line.contains(part)).toList();
	}

	static class DescribedBot {

		@OnCommand(value = "about", description = "Who am I?")
		void about() {
		}

		@OnCommand(value = "start", description = "Say hello")
		@Order(1)
		SendMessage start(CommandEvent command) {
			return SendMessage.of(command.message().chat().id(), "Hello!");
		}

		@OnCommand("secret")
		void secret() {
		}

	}

	static class WrongBot {

		@OnCommand(value = "my-command", description = "x")
		void command() {
		}

	}

}
