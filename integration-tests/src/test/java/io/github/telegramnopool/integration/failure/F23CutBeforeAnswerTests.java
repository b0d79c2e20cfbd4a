// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.fault.Direction;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F23: a connection that is closed or reset after the request, before or within the head
 * of the answer, costs one poll and nothing else.
 */
class F23CutBeforeAnswerTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void survivesFinAndRstAtEveryByteOfTheHead() throws Exception {
		CutAnswers answers = new CutAnswers(this.telegram);
		this.telegram.simulator().script(answers.answer().closeAtByte(0).build());
		try (RunningBot bot = ImpatientPoller.withoutTls(this.telegram, "http").run(HeardTexts.class);
				OperatorLog log = OperatorLog.open()) {
			ImpatientPoller poller = new ImpatientPoller(this.telegram, bot);
			for (int k = 0; k <= answers.head(); k++) {
				poller.fail(answers.answer().closeAtByte(k).build());
				poller.fail(answers.answer().resetAtByte(k).build());
			}
			assertThat(bot.status().lastFailure()).contains("the connection was lost after the request was sent");
			assertThat(log.traces()).isEmpty();
			// The one that told of the outage may have come before the log was opened
			assertThat(log.warnings()).hasSizeLessThanOrEqualTo(1);
			answers.assertNothingIsLostOrRepeated(bot, poller, 2 * answers.head());
		}
	}

	@Test
	void survivesAProxyThatEndsTunnelsBehindTheRequest() {
		try (RunningBot bot = this.telegram.settings("socks5").run(HeardTexts.class)) {
			ImpatientPoller poller = new ImpatientPoller(this.telegram, bot);
			await().until(() -> this.telegram.simulator().polls() == 1);
			// The first bytes from the target are those of its handshake
			for (Fault fault : new Fault[] { Fault.resetAfter(0), Fault.closeAfter(0, Direction.BOTH),
					Fault.resetAfter(1, Direction.DOWN), Fault.closeAfter(1, Direction.DOWN),
					Fault.halfCloseAfter(1, Direction.DOWN), Fault.resetAfter(700, Direction.DOWN) }) {
				this.telegram.proxy().faults().all(fault);
				int before = bot.status().consecutiveFailures();
				poller.pollAgain();
				await().until(() -> bot.status().consecutiveFailures() > before);
			}
			this.telegram.proxy().faults().none();
			this.telegram.peer().write(7, "healed");
			poller.pollAgain();
			await().until(() -> HeardTexts.of(bot).contains("healed"));
		}
		await().untilAsserted(
				() -> assertThat(this.telegram.proxy().tunnels()).allMatch((tunnel) -> tunnel.closedAt() != null));
	}

}
