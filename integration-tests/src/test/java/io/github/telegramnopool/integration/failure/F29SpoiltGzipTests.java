// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.util.List;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.SpoiltGzip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F29: we ask for no compression, so a compressed answer is none, and never an empty one.
 */
class F29SpoiltGzipTests {

	private static final int BOMB = 64 * 1024 * 1024;

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void takesNoCompressedAnswerForAnEmptyOrShorterOne() {
		List<SpoiltGzip> bodies = List.of(SpoiltGzip.garbage(), SpoiltGzip.cutBy(12), SpoiltGzip.wrongChecksum(),
				SpoiltGzip.bomb(BOMB), SpoiltGzip.whole());
		this.telegram.simulator().script(ScriptedFault.on("getUpdates").always().body("").build());
		this.telegram.peer().write(7, "uncompressed");
		try (RunningBot bot = this.telegram.settings("socks5").run(HeardTexts.class)) {
			ImpatientPoller poller = new ImpatientPoller(this.telegram, bot);
			for (SpoiltGzip body : bodies) {
				poller.fail(ScriptedFault.on("getUpdates").always().execute().gzip(body).build());
				assertThat(bot.status().state()).isEqualTo(PollerState.FAILING);
				assertThat(bot.status().lastFailure()).contains("HTTP 200").contains("can't be used");
			}
			assertThat(HeardTexts.of(bot)).isEmpty();
			poller.heal();
			await().until(() -> HeardTexts.of(bot).contains("uncompressed"));
			assertThat(this.telegram.simulator().requests())
				.allSatisfy((request) -> assertThat(request.headers()).doesNotContainKey("Accept-Encoding"));
		}
	}

}
