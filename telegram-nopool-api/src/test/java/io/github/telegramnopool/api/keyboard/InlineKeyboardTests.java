// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.keyboard;

import java.util.List;
import java.util.stream.IntStream;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.model.InlineKeyboardButton;
import io.github.telegramnopool.api.model.InlineKeyboardMarkup;
import io.github.telegramnopool.api.model.LoginUrl;
import io.github.telegramnopool.api.model.SwitchInlineQueryChosenChat;
import org.junit.jupiter.api.Test;

import static io.github.telegramnopool.api.keyboard.InlineButtons.callback;
import static io.github.telegramnopool.api.keyboard.InlineButtons.game;
import static io.github.telegramnopool.api.keyboard.InlineButtons.pay;
import static io.github.telegramnopool.api.keyboard.InlineButtons.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class InlineKeyboardTests {

	@Test
	void isBuiltInRows() {
		InlineKeyboardMarkup keyboard = InlineKeyboard.builder()
			.row(callback("Yes", "y"), callback("No", "n"))
			.row()
			.row(url("Site", "https://example.org"))
			.build();
		assertThat(BotApiJson.mapper().writeValueAsString(keyboard))
			.isEqualTo("{\"inline_keyboard\":[[{\"text\":\"Yes\",\"callback_data\":\"y\"},"
					+ "{\"text\":\"No\",\"callback_data\":\"n\"}],[{\"text\":\"Site\",\"url\":\"https://example.org\"}]]}");
	}

	@Test
	void hasEachKindOfButton() {
		List<InlineKeyboardButton> buttons = List.of(callback("1", "c"), url("2", "https://a.b"),
				InlineButtons.webApp("3", "https://a.b"), InlineButtons.login("4", LoginUrl.of("https://a.b")),
				InlineButtons.switchInline("5", ""), InlineButtons.switchInlineCurrentChat("6", "q"),
				InlineButtons.switchInlineChosenChat("7",
						SwitchInlineQueryChosenChat.builder().allowUserChats(true).build()),
				InlineButtons.copy("8", "x"), game("9"), pay("10"), InlineButtons.disabled("11"));
		assertThat(buttons).map((button) -> BotApiJson.mapper().valueToTree(button).propertyNames().toString())
			.containsExactly("[text, callback_data]", "[text, url]", "[text, web_app]", "[text, login_url]",
					"[text, switch_inline_query]", "[text, switch_inline_query_current_chat]",
					"[text, switch_inline_query_chosen_chat]", "[text, copy_text]", "[text, callback_game]",
					"[text, pay]", "[text, disabled]");
	}

	@Test
	void flowsInColumns() {
		List<InlineKeyboardButton> days = IntStream.rangeClosed(1, 7)
			.mapToObj((day) -> callback("Day " + day, "day:" + day))
			.toList();
		InlineKeyboardMarkup keyboard = InlineKeyboard.builder().columns(3, days).forceReply().build();
		assertThat(keyboard.inlineKeyboard()).map(List::size).containsExactly(3, 3, 1);
		assertThat(keyboard.inlineKeyboard()).flatMap((row) -> row).isEqualTo(days);
		assertThat(keyboard.forceReply()).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> InlineKeyboard.builder().columns(0, days))
			.withMessageContaining("'columns'");
	}

	@Test
	void payingAndPlayingComeFirst() {
		assertThat(InlineKeyboard.builder().row(pay("Pay 5 ⭐"), url("Help", "https://a.b")).build().inlineKeyboard())
			.hasSize(1);
		assertThatIllegalStateException()
			.isThrownBy(() -> InlineKeyboard.builder().row(url("Help", "https://a.b"), pay("Pay")).build())
			.withMessage("The button 'Pay' pays, so it has to be the first one of the first row");
		assertThatIllegalStateException()
			.isThrownBy(() -> InlineKeyboard.builder().row(url("Help", "https://a.b")).row(game("Play")).build())
			.withMessageContaining("'Play' starts a game");
	}

}
