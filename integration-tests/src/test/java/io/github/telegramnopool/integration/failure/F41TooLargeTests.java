// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.GetFile;
import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.error.BadRequestException;
import io.github.telegramnopool.client.error.TelegramApiException;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.ScriptedFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * F41: files and requests that are too large for the server, which says so in JSON or
 * without a word.
 */
class F41TooLargeTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	private final RunningBot bot = this.telegram.settings("socks5").run();

	@AfterEach
	void stop() {
		this.bot.close();
		this.telegram.close();
	}

	@Test
	void fileThatIsTooBigToFetchIsABadRequest() {
		this.telegram.simulator()
			.script(ScriptedFault.on("getFile")
				.status(400)
				.body("{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: file is too big\"}")
				.build());
		assertThatExceptionOfType(BadRequestException.class)
			.isThrownBy(() -> this.bot.blockingApi().getFile(GetFile.of("x")))
			.withMessageContaining("file is too big");
		assertThat(this.telegram.simulator().received("getFile")).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 413, 431 })
	void refusalWithoutAWordIsARefusalAndNotRepeated(int status) {
		for (String method : new String[] { "sendDocument", "sendMessage", "getFile" }) {
			this.telegram.simulator().script(ScriptedFault.on(method).status(status).body("").build());
		}
		assertRefused(status,
				() -> this.bot.blockingApi().sendDocument(SendDocument.of(42, InputFile.of(new byte[100], "a"))));
		assertRefused(status, () -> this.bot.blockingApi().sendMessage(SendMessage.of(42, "Hi")));
		assertRefused(status, () -> this.bot.blockingApi().getFile(GetFile.of("x")));
		assertThat(this.telegram.simulator().requests()).hasSize(3);
	}

	private static void assertRefused(int status, Runnable call) {
		assertThatExceptionOfType(TelegramApiException.class).isThrownBy(call::run)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(status))
			.withMessageContaining("too large");
	}

}
