// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.migration;

import io.github.telegramnopool.simulator.autoconfigure.TelegramBotTest;
import io.github.telegramnopool.simulator.autoconfigure.TelegramConversation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bot of the migration guides does what it did before. The bots that it comes from
 * hold the same conversation in the module {@code compatibility-tests}.
 */
@TelegramBotTest
class TeaBotTests {

	@Test
	void servesAndEchoes(TelegramConversation conversation) {
		assertThat(conversation.write("/start")).answers("Tea or coffee?").showsButtons("Tea", "Coffee");
		assertThat(conversation.press("Tea")).edits("Here is your tea");
		assertThat(conversation.write("What a day")).answers("You said: What a day");
	}

}
