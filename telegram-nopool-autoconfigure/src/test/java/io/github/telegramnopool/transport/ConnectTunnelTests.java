// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ConnectTunnel}.
 */
class ConnectTunnelTests {

	private static final InetSocketAddress TARGET = InetSocketAddress.createUnresolved("api.test", 443);

	private final List<EmbeddedChannel> channels = new ArrayList<>();

	@AfterEach
	void release() {
		this.channels.forEach(EmbeddedChannel::releaseInbound);
		this.channels.forEach(EmbeddedChannel::releaseOutbound);
	}

	@Test
	void asksForTheTarget() {
		assertThat(asked(TARGET, null)).isEqualTo("CONNECT api.test:443 HTTP/1.1\r\nhost: api.test:443\r\n\r\n");
		assertThat(asked(InetSocketAddress.createUnresolved("::1", 8443), null)).startsWith("CONNECT [::1]:8443 HTTP");
	}

	@Test
	void logsInWithUtf8() {
		// printf 'user:pässwörd' | base64
		assertThat(asked(TARGET, "pässwörd")).contains("proxy-authorization: Basic dXNlcjpww6Rzc3fDtnJk\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK", "HTTP/1.0 200 Connection established", "HTTP/1.1 201 Created",
			"HTTP/1.1 204 No Content", "HTTP/1.1 299 Fine", "HTTP/1.1 200 OK\r\nContent-Length: 100",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK" })
	void everySuccessOpensTheTunnelRightBehindItsHead(String head) {
		EmbeddedChannel channel = channel(TARGET, null);
		ReferenceCountUtil.release(channel.readOutbound());
		channel.writeInbound(ascii(head + "\r\n\r\nfrom the server"));
		assertThat(channel.<ByteBuf>readInbound().toString(StandardCharsets.US_ASCII)).isEqualTo("from the server");
		channel.writeInbound(ascii("HTTP/1.1 500 Not for us\r\n\r\n"));
		assertThat(channel.<ByteBuf>readInbound().toString(StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 500");
		assertThat(channel.isOpen()).isTrue();
	}

	@Test
	void anAnswerInPiecesIsPutTogether() {
		EmbeddedChannel channel = channel(TARGET, null);
		"HTTP/1.1 200 OK\r\nVia: x\r\n\r\n".chars().forEach((next) -> {
			assertThat(channel.pipeline().get(ConnectTunnel.class).isConnected()).isFalse();
			channel.writeInbound(ascii(Character.toString(next)));
		});
		assertThat(channel.pipeline().get(ConnectTunnel.class).isConnected()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "407 Proxy Authentication Required", "302 Found", "502 Bad Gateway", "500 Oops" })
	void aRefusalIsToldAtItsHeadAndItsPageIsDropped(String status) {
		EmbeddedChannel channel = channel(TARGET, "secret");
		assertThatExceptionOfType(HttpProxyHandler.HttpProxyConnectException.class)
			.isThrownBy(() -> channel.writeInbound(
					ascii("HTTP/1.1 " + status + "\r\nProxy-Authenticate: NTLM\r\nContent-Length: 99\r\n\r\n<html>")))
			.withMessageEndingWith("status: " + status)
			.satisfies((ex) -> assertThat(ex.headers().get("Proxy-Authenticate")).isEqualTo("NTLM"));
		assertThat(channel.<Object>readInbound()).isNull();
		assertThat(channel.isOpen()).isFalse();
	}

	private String asked(InetSocketAddress target, @Nullable String password) {
		EmbeddedChannel channel = channel(target, password);
		ByteBuf request = channel.readOutbound();
		String text = request.toString(StandardCharsets.US_ASCII);
		request.release();
		return text;
	}

	private EmbeddedChannel channel(InetSocketAddress target, @Nullable String password) {
		InetSocketAddress proxy = new InetSocketAddress("127.0.0.1", 3128);
		LateChannel channel = new LateChannel(new ConnectTunnel(proxy, (password != null) ? "user" : null, password));
		channel.connect(target);
		channel.connected = true;
		channel.pipeline().fireChannelActive();
		this.channels.add(channel);
		return channel;
	}

	private static ByteBuf ascii(String text) {
		return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
	}

	/**
	 * A channel that is not active before it is connected, unlike other embedded ones.
	 */
	private static final class LateChannel extends EmbeddedChannel {

		private boolean connected;

		LateChannel(ConnectTunnel tunnel) {
			super(new ChannelOutboundHandlerAdapter() {

				@Override
				public void connect(ChannelHandlerContext context, SocketAddress remote, SocketAddress local,
						ChannelPromise promise) {
					promise.setSuccess();
				}

			}, tunnel);
		}

		@Override
		public boolean isActive() {
			return this.connected && super.isActive();
		}

	}

}
