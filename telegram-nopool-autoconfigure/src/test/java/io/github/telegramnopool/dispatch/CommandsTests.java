// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.model.Update;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Commands}.
 */
class CommandsTests {

	private static final BotInfo BOT = new BotInfo("default", 4242, "Test_Bot");

	@ParameterizedTest
	@CsvSource({ "/start, start, ''", "/start@Test_Bot, start, ''", "/start@test_bot, start, ''", "/START, START, ''",
			"/start hello, start, hello", "'/start  a  b ', start, 'a  b'", "/start@test_bot x, start, x",
			"/a_1, a_1, ''", "'/start\ta', start, a", "/start /help, start, /help" })
	void findsACommand(String text, String command, String argument) {
		CommandEvent event = find(text);
		assertThat(event).isNotNull();
		assertThat(event.command()).isEqualTo(command);
		assertThat(event.argument()).isEqualTo(argument);
		assertThat(event.bot()).isEqualTo(BOT);
		assertThat(event.message().text()).isEqualTo(text);
	}

	@Test
	void anArgumentMayHaveLines() {
		assertThat(find("/note\none\ntwo")).isNotNull()
			.satisfies((event) -> assertThat(event.argument()).isEqualTo("one\ntwo"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "hello", " /start", "/", "/ start", "//start", "/start@other_bot", "/start@", "/sta-rt",
			"/start,", "/\u0441tart", "say /start" })
	void findsNone(String text) {
		assertThat(find(text)).isNull();
	}

	@Test
	void aBotWithoutUsernameIsNeverAddressedByOne() {
		assertThat(Commands.find(Updates.message(1, 5, "/start@x"), new BotInfo("default", 1, ""))).isNull();
		assertThat(Commands.find(Updates.message(1, 5, "/start"), new BotInfo("default", 1, ""))).isNotNull();
	}

	@Test
	void onlyMessagesAreCommands() {
		assertThat(Commands.find(Updates.read(1, "\"edited_message\":" + Updates.messageJson(5, "/start")), BOT))
			.isNull();
		assertThat(Commands.find(Updates.read(1, "\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":5,"
				+ "\"type\":\"private\"},\"caption\":\"/start\"}"), BOT))
			.isNull();
		assertThat(Commands.find(Update.of(1), BOT)).isNull();
	}

	private static @Nullable CommandEvent find(String text) {
		return Commands.find(Updates.message(1, 5, text), BOT);
	}

}
