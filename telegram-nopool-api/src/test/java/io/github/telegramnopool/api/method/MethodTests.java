// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.method;

import java.util.ArrayList;
import java.util.List;

import io.github.telegramnopool.api.ChatId;
import io.github.telegramnopool.api.model.InputPollOption;
import io.github.telegramnopool.api.model.ParseMode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Uses some of the generated methods as their callers do.
 */
class MethodTests {

	@Test
	void takesChatInEveryForm() {
		assertThat(LeaveChat.of(5)).isEqualTo(LeaveChat.of("5")).isEqualTo(LeaveChat.of(ChatId.of(5)));
		assertThat(ForwardMessage.of(5, ChatId.of("@tide_tables"), 7))
			.isEqualTo(ForwardMessage.builder().chatId(5).fromChatId(ChatId.of("@tide_tables")).messageId(7).build());
	}

	@Test
	void changesACopy() {
		SendMessage plain = SendMessage.of(5, "Hi");
		SendMessage html = plain.toBuilder().parseMode(ParseMode.HTML).build();
		assertThat(html.parseMode()).isEqualTo(ParseMode.HTML);
		assertThat(html.toBuilder().parseMode(null).build()).isEqualTo(plain);
	}

	@Test
	void saysWhatIsMissing() {
		assertThatIllegalStateException().isThrownBy(() -> SendMessage.builder().text("Hi").build())
			.withMessage("SendMessage needs 'chatId'");
		assertThatIllegalStateException().isThrownBy(() -> SendMessage.of(5, (String) null))
			.withMessage("SendMessage needs 'text'");
		assertThatIllegalStateException().isThrownBy(() -> DeleteMessage.builder().chatId(5).build())
			.withMessage("DeleteMessage needs 'messageId'");
	}

	@Test
	void keepsItsOwnList() {
		List<InputPollOption> options = new ArrayList<>(List.of(InputPollOption.of("Yes")));
		SendPoll poll = SendPoll.of(5, "Well?", options);
		options.clear();
		assertThat(poll.options()).hasSize(1);
	}

	@Test
	void knowsItsName() {
		assertThat(SendMessage.of(5, "Hi").methodName()).isEqualTo("sendMessage");
	}

}
