// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F24: of an answer that is cut within its body nothing is told.
 */
class F24CutAnswerTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void neitherLosesNorRepeatsAnUpdateWhereverTheBodyIsCut() throws Exception {
		CutAnswers answers = new CutAnswers(this.telegram);
		this.telegram.simulator().script(answers.answer().closeAtByte(answers.head()).build());
		try (RunningBot bot = ImpatientPoller.withoutTls(this.telegram, "socks5").run(HeardTexts.class)) {
			ImpatientPoller poller = new ImpatientPoller(this.telegram, bot);
			for (int k = answers.head() + 1; k < answers.length(); k++) {
				poller.fail(answers.answer().closeAtByte(k).build());
			}
			answers.assertNothingIsLostOrRepeated(bot, poller, answers.length() - answers.head() - 1);
		}
		assertThat(this.telegram.simulator().maxPolls()).isEqualTo(1);
	}

	@Test
	void believesNoLengthButTheContent() throws Exception {
		CutAnswers answers = new CutAnswers(this.telegram);
		int body = answers.length() - answers.head();
		this.telegram.simulator().script(answers.answer().closeAtByte(0).build());
		try (RunningBot bot = ImpatientPoller.withoutTls(this.telegram, "socks5").run(HeardTexts.class)) {
			ImpatientPoller poller = new ImpatientPoller(this.telegram, bot);
			// Nothing is missing by the length that is told, but the JSON has no end
			for (int length = 0; length < body; length += 7) {
				poller.fail(answers.answer().header("Content-Length", String.valueOf(length)).build());
			}
			assertThat(bot.status().lastFailure()).contains("can't be used");
			answers.assertNothingIsLostOrRepeated(bot, poller, body / 7);
		}
	}

}
