// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.NoSuchElementException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.util.context.Context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Exchange}.
 */
@Timeout(60)
class ExchangeTests {

	private final Exchange exchange = new Exchange();

	@Test
	void beginsUnsent() {
		assertThat(this.exchange.phase()).isEqualTo(Phase.WAITING);
		assertThat(this.exchange.isSent()).isFalse();
		assertThat(this.exchange.isAborted()).isFalse();
	}

	@Test
	void isSentOnce() {
		assertThat(this.exchange.send()).isTrue();
		assertThat(this.exchange.send()).isFalse();
		assertThat(this.exchange.isSent()).isTrue();
		assertThat(this.exchange.phase()).isEqualTo(Phase.REQUEST);
	}

	@Test
	void isNeverSentOnceAborted() {
		this.exchange.reaches(Phase.TLS);
		this.exchange.abort();
		assertThat(this.exchange.send()).isFalse();
		assertThat(this.exchange.isSent()).isFalse();
		assertThat(this.exchange.phase()).isEqualTo(Phase.TLS);
	}

	@Test
	void staysSentWhenAbortedLater() {
		this.exchange.send();
		this.exchange.abort();
		assertThat(this.exchange.isSent()).isTrue();
		assertThat(this.exchange.isAborted()).isFalse();
	}

	@Test
	void abortClosesTheConnection() {
		EmbeddedChannel channel = new EmbeddedChannel();
		assertThat(this.exchange.carriedBy(channel)).isTrue();
		this.exchange.send();
		assertThat(channel.isOpen()).isTrue();
		this.exchange.abort();
		channel.runPendingTasks();
		assertThat(channel.isOpen()).isFalse();
	}

	@Test
	void givingUpTellsHowFarItCame() {
		this.exchange.send();
		Progress progress = this.exchange.giveUp();
		assertThat(progress.sent()).isTrue();
		assertThat(progress.phase()).isEqualTo(Phase.REQUEST);
		assertThat(progress.route()).isNull();
		Exchange unsent = new Exchange();
		assertThat(unsent.giveUp().sent()).isFalse();
		assertThat(unsent.isAborted()).isTrue();
	}

	@Test
	void takesNoConnectionOnceAborted() {
		this.exchange.abort();
		assertThat(this.exchange.carriedBy(new EmbeddedChannel())).isFalse();
	}

	@Test
	void isFoundInTheContext() {
		assertThat(Exchange.from(Context.of(Exchange.class, this.exchange))).isSameAs(this.exchange);
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> Exchange.from(Context.empty()));
	}

	@Test
	void exactlyOneOfSendAndAbortWins() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		CyclicBarrier together = new CyclicBarrier(2);
		int sentFirst = 0;
		try {
			for (int i = 0; i < 5000; i++) {
				Exchange exchange = new Exchange();
				Future<Boolean> sent = threads.submit(() -> {
					together.await();
					return exchange.send();
				});
				threads.submit(() -> {
					together.await();
					exchange.abort();
					return null;
				}).get(10, TimeUnit.SECONDS);
				assertThat(sent.get(10, TimeUnit.SECONDS)).isNotEqualTo(exchange.isAborted())
					.isEqualTo(exchange.isSent());
				sentFirst += exchange.isSent() ? 1 : 0;
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(sentFirst).as("races that either side won").isBetween(1, 4999);
	}

}
