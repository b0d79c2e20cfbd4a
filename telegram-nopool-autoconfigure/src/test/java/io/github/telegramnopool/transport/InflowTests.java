// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Inflow}.
 */
@Timeout(60)
class InflowTests {

	private static final int PIECES = 2_000_000;

	private final EmbeddedChannel channel = new EmbeddedChannel();

	private final Exchange exchange = new Exchange();

	InflowTests() {
		this.exchange.carriedBy(this.channel);
	}

	@Test
	void slowSubscriberStopsTheReading() {
		Flux<byte[]> content = Flux.range(0, 32).map((number) -> new byte[1]);
		StepVerifier.create(new Inflow(this.exchange).of(content), 0)
			.then(() -> assertThat(this.channel.config().isAutoRead()).isFalse())
			.thenRequest(15)
			.expectNextCount(15)
			.then(() -> assertThat(this.channel.config().isAutoRead()).isFalse())
			.thenRequest(1)
			.expectNextCount(1)
			.then(() -> assertThat(this.channel.config().isAutoRead()).isTrue())
			.thenRequest(16)
			.expectNextCount(16)
			.verifyComplete();
	}

	/**
	 * A socket that is not read for ever, since both sides thought the other would say
	 * so, would be a download that hangs.
	 */
	@Test
	void readingGoesOnWhoeverIsFaster() {
		AtomicInteger received = new AtomicInteger();
		Flux<byte[]> content = Flux.<byte[]>generate((sink) -> {
			while (!this.channel.config().isAutoRead()) {
				Thread.onSpinWait();
			}
			sink.next(new byte[1]);
		}).take(PIECES).subscribeOn(Schedulers.newSingle("socket", true));
		new Inflow(this.exchange).of(content)
			.publishOn(Schedulers.newSingle("disk", true), 8)
			.doOnNext((piece) -> received.incrementAndGet())
			.blockLast(Duration.ofSeconds(50));
		assertThat(received).hasValue(PIECES);
	}

}
