// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure.slice;

import io.github.telegramnopool.simulator.autoconfigure.AutoConfigureTelegramSimulator;
import io.github.telegramnopool.simulator.autoconfigure.TelegramConversation;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A conversation with the bot of a whole application.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@AutoConfigureTelegramSimulator
class WholeApplicationTests {

	@MockitoBean
	private MenuPage.Template template;

	@Test
	void talks(TelegramConversation conversation) {
		assertThat(conversation.write("/start")).answers("Hello in private");
	}

}
