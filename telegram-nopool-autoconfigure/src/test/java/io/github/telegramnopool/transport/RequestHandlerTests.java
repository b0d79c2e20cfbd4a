package io.github.telegramnopool.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RequestHandler}.
 */
class RequestHandlerTests {

	private final Exchange exchange = new Exchange();

	private final EmbeddedChannel channel = new EmbeddedChannel(new RequestHandler(this.exchange,
			mock(ConnectAttempt.class), new TokenPath(TransportFixtures.settings("http://api.test", null))));

	@Test
	void releasesWhatComesAfterTheEndOfTheCall() {
		ByteBuf before = Unpooled.copiedBuffer(new byte[1]);
		this.channel.writeInbound(new DefaultLastHttpContent(before));
		assertThat(before.refCnt()).isEqualTo(1);
		this.exchange.guard(Flux.never()).subscribe().dispose();
		ByteBuf after = Unpooled.copiedBuffer(new byte[1]);
		this.channel.writeInbound(new DefaultLastHttpContent(after));
		assertThat(after.refCnt()).isZero();
		this.channel.finishAndReleaseAll();
	}

}
