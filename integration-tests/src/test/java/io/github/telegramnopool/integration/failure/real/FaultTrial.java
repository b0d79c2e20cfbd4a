// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure.real;

import java.time.Duration;

import io.github.telegramnopool.integration.proxy.RealProxy;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A bot that lives through one fault of its proxy after another. It offers the proxy
 * credentials for which that does not ask (F16).
 */
final class FaultTrial implements AutoCloseable {

	static final String NOT_APPLICABLE = "n/a";

	private static final Log logger = LogFactory.getLog(FaultTrial.class);

	/**
	 * Within which a bot hears again after the path has healed, whatever the outage.
	 */
	private static final Duration RECOVERY = Duration.ofSeconds(6);

	/**
	 * Until a program that is started serves, on a busy machine.
	 */
	private static final Duration SLACK = Duration.ofSeconds(2);

	private final RealProxy proxy;

	private final TelegramBehindRealProxy telegram;

	private final NumberedTalk talk;

	FaultTrial(RealProxy proxy) {
		this.proxy = proxy;
		this.telegram = TelegramBehindRealProxy.through(proxy);
		this.talk = new NumberedTalk(this.telegram,
				this.telegram.settings(this.telegram.proxy().urlWithWrongPassword(proxy)));
	}

	/**
	 * Let a fault happen and make sure that the bot hears again afterwards.
	 * @return the phase in which requests failed meanwhile
	 */
	String of(ProxyFault fault) {
		if (!fault.appliesTo(this.telegram)) {
			return NOT_APPLICABLE;
		}
		hear(Duration.ofSeconds(30));
		begin(fault);
		this.talk.write();
		String told = told(fault);
		fault.end(this.telegram);
		long healed = System.nanoTime();
		this.talk.awaitHeard(RECOVERY.plus(this.telegram.longestTry()).plus(SLACK));
		Duration took = Duration.ofNanos(System.nanoTime() - healed);
		logger.info("%s %s: %s after %d ms".formatted(this.proxy, fault, told, took.toMillis()));
		hear(Duration.ofSeconds(10));
		return told;
	}

	private String told(ProxyFault fault) {
		return (fault.failures() > 0) ? NumberedTalk.phase(this.talk.awaitNotSent(fault.failures())) + ", then works"
				: "works";
	}

	/**
	 * In the middle of a poll, except that one with a stalled tunnel takes long to give
	 * up: once for each proxy is enough.
	 */
	private void begin(ProxyFault fault) {
		if (fault == ProxyFault.PAUSED && this.telegram.hasNext()) {
			this.talk.betweenPolls(() -> fault.begin(this.telegram));
		}
		else {
			this.talk.awaitPoll();
			fault.begin(this.telegram);
		}
	}

	private void hear(Duration atMost) {
		this.talk.write();
		this.talk.awaitHeard(atMost);
	}

	/**
	 * Make sure that everything was heard once, and nothing came past the proxy. A
	 * program that is ended may not have recorded its last tunnel, which happens twice
	 * here.
	 */
	void assertKept() {
		this.talk.assertKept();
		await().untilAsserted(() -> assertThat(this.telegram.tunnels()).as(this.proxy::toString)
			.isGreaterThanOrEqualTo(this.telegram.simulator().connections().size() - 2));
	}

	@Override
	public void close() {
		this.talk.close();
		this.telegram.close();
	}

}
