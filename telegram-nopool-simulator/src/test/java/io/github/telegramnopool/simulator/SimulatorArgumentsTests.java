// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class SimulatorArgumentsTests {

	@Test
	void listensWhereTheOfficialServerDoes() {
		try (TelegramSimulator simulator = SimulatorArguments.parse().build()) {
			assertThat(simulator.url()).hasToString("http://127.0.0.1:8081");
			assertThat(simulator.tlsPort()).isZero();
		}
	}

	@Test
	void optionsReachTheSimulator(@TempDir Path folder) throws Exception {
		SimulatorArguments arguments = SimulatorArguments.parse("--host=localhost", "--port=0", "--tls-port=0",
				"--name=bots.test", "--ca=" + folder.resolve("ca.pem"), "--token=42:" + BotCalls.SECRET, "--strict",
				"--flood=5,4,3", "--files=" + folder.resolve("files"), "--clock=2030-01-01T00:00:00Z", "--seed=7");
		assertThat(arguments.help()).isFalse();
		assertThat(arguments.certificate()).isEqualTo(folder.resolve("ca.pem"));
		try (TelegramSimulator simulator = arguments.build().start()) {
			assertThat(simulator.host()).isEqualTo("localhost");
			assertThat(simulator.clock().instant()).isCloseTo(Instant.parse("2030-01-01T00:00:00Z"),
					within(Duration.ofMinutes(1)));
			simulator.bot(42).addFile("a.txt", new byte[1]);
			assertThat(folder.resolve("files")).isNotEmptyDirectory();
		}
		assertThat(folder.resolve("files")).isEmptyDirectory();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--strict", "--local", "--local-webhooks", "--flood" })
	void switchesTakeNoValue(String option) {
		assertThat(SimulatorArguments.parse(option).help()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "-h" })
	void helpNamesEveryOption(String option) {
		assertThat(SimulatorArguments.parse(option).help()).isTrue();
		assertThat(SimulatorArguments.HELP).contains("--port=N", "--tls-port=N", "--host=ADDRESS", "--name=NAME",
				"--ca=FILE", "--token=TOKEN", "--strict", "--local ", "--local-webhooks", "--flood[=S,C,G]",
				"--files=FOLDER", "--clock=INSTANT", "--seed=N", "--help");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					--prot=1        | Unknown option '--prot', or it takes no value.
					8081            | Unknown option '8081'.
					--strict=true   | Unknown option '--strict', or it takes no value.
					--port          | --port needs a value: write --port=...
					--port=         | --port needs a value: there is nothing behind the '='.
					--port=x        | --port needs a number, as in --port=8081; got 'x'.
					--port=70000    | 'port' must be from 0 to 65535, but is 70000
					--seed=x        | --seed needs a number, as in --seed=8081; got 'x'.
					--flood=1       | --flood needs three numbers, as in --flood=30,1,20; got '1'. Without a value it is Telegram's limits.
					--clock=noon    | --clock needs a time, as in --clock=2026-12-31T23:59:00Z; got 'noon'.
					""")
	void saysWhatIsWrong(String argument, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> SimulatorArguments.parse(argument)).withMessage(message);
	}

}
