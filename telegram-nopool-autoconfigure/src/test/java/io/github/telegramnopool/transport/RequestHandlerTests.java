// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RequestHandler}.
 */
class RequestHandlerTests {

	private final Exchange exchange = new Exchange();

	private final ConnectAttempt attempt = mock(ConnectAttempt.class);

	private final EmbeddedChannel channel = new EmbeddedChannel(
			new RequestHandler(this.attempt, new TokenPath(TransportFixtures.settings("http://api.test", null))));

	@Test
	void releasesWhatComesAfterTheEndOfTheCall() {
		given(this.attempt.exchange()).willReturn(this.exchange);
		ByteBuf before = Unpooled.copiedBuffer(new byte[1]);
		this.channel.writeInbound(new DefaultLastHttpContent(before));
		assertThat(before.refCnt()).isEqualTo(1);
		this.exchange.end();
		ByteBuf after = Unpooled.copiedBuffer(new byte[1]);
		this.channel.writeInbound(new DefaultLastHttpContent(after));
		assertThat(after.refCnt()).isZero();
		this.channel.finishAndReleaseAll();
	}

	@Test
	void takesNoAnswerToNothing() {
		ByteBuf unasked = Unpooled.copiedBuffer(new byte[1]);
		this.channel.writeInbound(new DefaultLastHttpContent(unasked));
		assertThat(unasked.refCnt()).isZero();
		assertThat(this.channel.isOpen()).isFalse();
	}

}
