// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.util.Random;

import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.simulator.fault.Direction;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An upload that is cut anywhere around its end is executed once at most, and once if the
 * caller is told so.
 */
@Timeout(300)
class CutUploadTests {

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	private final RunningBot bot = this.telegram.settings("socks5").with("telegram.http.call-timeout", "10s").run();

	@AfterEach
	void stop() {
		this.bot.close();
		this.telegram.close();
	}

	@Test
	void isExecutedOnceAtMost() {
		byte[] content = new byte[20_000];
		new Random(42).nextBytes(content);
		upload(content);
		long length = this.telegram.proxy().tunnels().get(this.telegram.proxy().tunnels().size() - 1).bytesUp();
		for (long cut = length - 130; cut <= length + 10; cut += 5) {
			int before = this.telegram.simulator().executed("sendDocument");
			this.telegram.proxy().faults().next(Fault.resetAfter(cut, Direction.UP));
			Executions expected = Executions.of(() -> upload(content));
			this.telegram.awaitEndOfConnections();
			int executed = this.telegram.simulator().executed("sendDocument") - before;
			assertThat(executed).as("executed when cut at byte %d of %d", cut, length)
				.isBetween(expected.least(), expected.most());
		}
	}

	private Object upload(byte[] content) {
		return this.bot.blockingApi().sendDocument(SendDocument.of(42, InputFile.of(content, "a")));
	}

}
