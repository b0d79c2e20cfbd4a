// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Farewell}.
 */
@Timeout(30)
class FarewellTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final Duration LESS_THAN_A_FAREWELL = Duration.ofMillis(900);

	private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

	/**
	 * The milliseconds that the client keeps a connection whose answer it has, at least.
	 */
	private static final int KEPT = 300;

	private final CompletableFuture<Boolean> clientClosedAtOnce = new CompletableFuture<>();

	@Test
	void serverMayCloseFirst() throws Exception {
		try (RawServer server = new RawServer(this::answerAndWatch);
				BotTransport transport = TransportFixtures.transport(server.url())) {
			assertThat(transport.call("getMe", BODY, LONG).block(LONG)).isNotNull();
			assertThat(this.clientClosedAtOnce.get(20, TimeUnit.SECONDS)).isFalse();
			await().until(() -> transport.connections().closed() == 1);
		}
	}

	@RepeatedTest(5)
	void serverMayCloseFirstAfterAnUpload() throws Exception {
		try (RawServer server = new RawServer(this::answerAndWatch);
				BotTransport transport = TransportFixtures.transport(server.url())) {
			assertThat(transport.upload("sendDocument", file(), LONG, (sent) -> {
			}).block(LONG)).isNotNull();
			assertThat(this.clientClosedAtOnce.get(20, TimeUnit.SECONDS)).isFalse();
			await().until(() -> transport.connections().closed() == 1);
		}
	}

	/**
	 * Which is what Reactor Netty closes at.
	 */
	@Test
	void serverMayEndTlsBeforeItCloses() throws Exception {
		try (TlsServer server = new TlsServer((channel) -> channel.pipeline().addFirst(new LateClose()));
				BotTransport transport = new BotTransport("telegram-test", server.settings(null), 1, 0,
						ClientCustomizers.none())) {
			assertThat(transport.call("getMe", BODY, LONG).block(LONG)).isNotNull();
			assertThat(this.clientClosedAtOnce.get(20, TimeUnit.SECONDS)).isFalse();
			await().until(() -> transport.connections().closed() == 1);
		}
	}

	@Test
	void doesNotWaitForEver() throws Exception {
		try (RawServer server = new RawServer((socket) -> {
			answerAndWatch(socket);
			socket.setSoTimeout(0);
			RawServer.readToTheEnd(socket.getInputStream());
		}); BotTransport transport = TransportFixtures.transport(server.url())) {
			assertThat(transport.call("getMe", BODY, LONG).block(LONG)).isNotNull();
			await().until(() -> server.ended() == 1);
			assertThat(this.clientClosedAtOnce).isCompletedWithValue(false);
			assertThat(server.reset()).as("ended so that no port waits").isEqualTo(1);
			await().until(() -> transport.connections().equals(new ConnectionCounts(1, 1)));
		}
	}

	@Test
	void aCallThatIsGivenUpAmidItsAnswerEndsTheConnectionAtOnce() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		try (RawServer server = new RawServer((socket) -> {
			RawServer.readRequest(socket.getInputStream());
			RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{}");
			begun.countDown();
			RawServer.readToTheEnd(socket.getInputStream());
		}); BotTransport transport = TransportFixtures.transport(server.url())) {
			Disposable call = transport.call("getMe", BODY, LONG).subscribe();
			assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
			call.dispose();
			await().atMost(LESS_THAN_A_FAREWELL).until(() -> server.ended() == 1);
		}
	}

	private static MultipartBody file() {
		FilePart file = new FilePart("document", "a.txt", BODY.length, () -> new ByteArrayInputStream(BODY));
		return new MultipartBody(Map.of(), List.of(file));
	}

	private void answerAndWatch(Socket socket) throws IOException {
		RawServer.readRequest(socket.getInputStream());
		RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
		socket.setSoTimeout(KEPT);
		try {
			this.clientClosedAtOnce.complete(socket.getInputStream().read() < 0);
		}
		catch (SocketTimeoutException ex) {
			this.clientClosedAtOnce.complete(false);
		}
	}

	/**
	 * Stands below the server's TLS, which has said goodbye when it closes.
	 */
	private final class LateClose extends ChannelOutboundHandlerAdapter {

		@Override
		public void close(ChannelHandlerContext context, ChannelPromise promise) {
			context.executor().schedule(() -> {
				FarewellTests.this.clientClosedAtOnce.complete(!context.channel().isActive());
				context.close(promise);
			}, KEPT, TimeUnit.MILLISECONDS);
		}

	}

}
