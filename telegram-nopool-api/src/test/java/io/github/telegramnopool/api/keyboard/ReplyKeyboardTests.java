// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.keyboard;

import java.util.List;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.model.KeyboardButton;
import io.github.telegramnopool.api.model.KeyboardButtonRequestChat;
import io.github.telegramnopool.api.model.KeyboardButtonRequestManagedBot;
import io.github.telegramnopool.api.model.KeyboardButtonRequestUsers;
import io.github.telegramnopool.api.model.ReplyKeyboardMarkup;
import org.junit.jupiter.api.Test;

import static io.github.telegramnopool.api.keyboard.ReplyButtons.contact;
import static io.github.telegramnopool.api.keyboard.ReplyButtons.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ReplyKeyboardTests {

	@Test
	void isBuiltInRows() {
		ReplyKeyboardMarkup keyboard = ReplyKeyboard.builder()
			.row("Yes", "No")
			.row(contact("My phone"), location("My place"))
			.build();
		assertThat(json(keyboard)).isEqualTo("{\"keyboard\":[[{\"text\":\"Yes\"},{\"text\":\"No\"}],"
				+ "[{\"text\":\"My phone\",\"request_contact\":true},"
				+ "{\"text\":\"My place\",\"request_location\":true}]]}");
	}

	@Test
	void takesOptions() {
		ReplyKeyboardMarkup keyboard = ReplyKeyboard.builder()
			.columns(2, List.of(ReplyButtons.text("a"), ReplyButtons.text("b"), ReplyButtons.text("c")))
			.resize()
			.oneTime()
			.persistent()
			.placeholder("Choose")
			.selective()
			.forceReply()
			.build();
		assertThat(keyboard.keyboard()).map(List::size).containsExactly(2, 1);
		assertThat(keyboard.resizeKeyboard()).isTrue();
		assertThat(keyboard.oneTimeKeyboard()).isTrue();
		assertThat(keyboard.isPersistent()).isTrue();
		assertThat(keyboard.inputFieldPlaceholder()).isEqualTo("Choose");
		assertThat(keyboard.selective()).isTrue();
		assertThat(keyboard.forceReply()).isTrue();
	}

	@Test
	void hasEachKindOfButton() {
		List<KeyboardButton> buttons = List.of(ReplyButtons.text("1"), contact("2"), location("3"),
				ReplyButtons.poll("4"), ReplyButtons.poll("5", "quiz"),
				ReplyButtons.users("6", KeyboardButtonRequestUsers.of(1)),
				ReplyButtons.chat("7", KeyboardButtonRequestChat.of(2, true)),
				ReplyButtons.managedBot("8", KeyboardButtonRequestManagedBot.of(3)),
				ReplyButtons.webApp("9", "https://a.b"));
		assertThat(buttons).map((button) -> BotApiJson.mapper().valueToTree(button).propertyNames().toString())
			.containsExactly("[text]", "[text, request_contact]", "[text, request_location]", "[text, request_poll]",
					"[text, request_poll]", "[text, request_users]", "[text, request_chat]",
					"[text, request_managed_bot]", "[text, web_app]");
	}

	@Test
	void isRemoved() {
		assertThat(json(ReplyKeyboard.remove())).isEqualTo("{\"remove_keyboard\":true}");
		assertThat(json(ReplyKeyboard.removeSelectively())).isEqualTo("{\"remove_keyboard\":true,\"selective\":true}");
	}

	@Test
	void needsAButton() {
		assertThatIllegalStateException().isThrownBy(() -> ReplyKeyboard.builder().resize().build())
			.withMessageContaining("ReplyKeyboard.remove()");
	}

	private static String json(Object value) {
		return BotApiJson.mapper().writeValueAsString(value);
	}

}
