// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CipherChangeHold}, with the JDK's TLS.
 */
class CipherChangeHoldTests {

	private static final int PIECE = 1024;

	private final SslContext tls = new ClientSslContext(TlsServer.bundle(), SslProvider.JDK).get();

	private final EmbeddedChannel server = new EmbeddedChannel(handler(TlsServer.context()));

	private final EmbeddedChannel client = new EmbeddedChannel(new CipherChangeHold(), handler(this.tls));

	@AfterEach
	void close() {
		this.server.finishAndReleaseAll();
		this.client.finishAndReleaseAll();
	}

	@Test
	void sendsTheChangeTogetherWithWhatFollows() {
		ByteBuf hello = helloInPieces();
		this.client.writeInbound(hello.readRetainedSlice(PIECE));
		assertThat(this.client.<Object>readOutbound()).as("sent alone").isNull();
		this.client.writeInbound(hello);
		finish();
	}

	@Test
	void withoutItTheJdkSendsTheChangeAlone() {
		this.client.pipeline().remove(CipherChangeHold.class);
		ByteBuf hello = helloInPieces();
		this.client.writeInbound(hello.readRetainedSlice(PIECE));
		ByteBuf change = this.client.readOutbound();
		assertThat(change.readableBytes()).isEqualTo(6);
		this.server.writeInbound(change);
		this.client.writeInbound(hello);
		finish();
	}

	private ByteBuf helloInPieces() {
		move(this.client, this.server);
		ByteBuf hello = Unpooled.buffer();
		for (ByteBuf part : sent(this.server)) {
			hello.writeBytes(part);
			part.release();
		}
		assertThat(hello.readableBytes()).isGreaterThan(PIECE);
		return hello;
	}

	private void finish() {
		move(this.client, this.server);
		assertThat(this.client.pipeline().get(SslHandler.class).handshakeFuture().isSuccess()).isTrue();
		assertThat(this.server.pipeline().get(SslHandler.class).handshakeFuture().isSuccess()).isTrue();
	}

	private static void move(EmbeddedChannel from, EmbeddedChannel to) {
		sent(from).forEach(to::writeInbound);
	}

	private static List<ByteBuf> sent(EmbeddedChannel channel) {
		return Stream.generate(() -> channel.<ByteBuf>readOutbound()).takeWhile(Objects::nonNull).toList();
	}

	private static SslHandler handler(SslContext context) {
		return context.newHandler(Unpooled.buffer().alloc(), "localhost", 443);
	}

}
