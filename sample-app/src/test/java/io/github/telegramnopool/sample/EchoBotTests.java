// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import io.github.telegramnopool.simulator.autoconfigure.TelegramBotTest;
import io.github.telegramnopool.simulator.autoconfigure.TelegramConversation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The test of the README.
 */
@TelegramBotTest
class EchoBotTests {

	@Test
	void greetsAndEchoes(TelegramConversation conversation) {
		assertThat(conversation.write("/start")).answers("Hello! Write something, and I'll say it again.");
		assertThat(conversation.write("What a day")).answers("You said: What a day");
		assertThat(conversation.write("/menu").press("Tea")).edits("Here is your tea");
	}

}
