// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.SslProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests that no call waits for delayed acknowledgements behind a proxy that relays 1,024
 * bytes at a time, with Nagle's algorithm, as microsocks does. Each call has a twin
 * without the cure, so that a busy machine is slow for both.
 */
@Timeout(60)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the delay and its cure are Linux's")
class SmallProxyTests {

	private static final int WARMUP = 10;

	private static final int CALLS = 11;

	/**
	 * The least that Linux waits before it acknowledges, in milliseconds.
	 */
	private static final double DELAY = 40;

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

	private final List<AutoCloseable> opened = new ArrayList<>();

	@AfterEach
	void close() throws Exception {
		for (int i = this.opened.size() - 1; i >= 0; i--) {
			this.opened.get(i).close();
		}
	}

	@Test
	void whatComesInPiecesIsAcknowledgedAtOnce() throws IOException {
		assumeTrue(OpenSsl.isAvailable(),
				() -> "netty-tcnative has no native library for this platform: " + OpenSsl.unavailabilityCause());
		TlsServer server = keep(new TlsServer());
		RawServer proxy = keep(new RawServer(SmallProxyTests::relay));
		TransportSettings settings = server
			.settings(new ProxySettings(ProxyType.HTTP, "127.0.0.1", proxy.port(), null, null));
		BotTransport cured = transport(settings, ClientCustomizers.none());
		BotTransport twin = transport(settings, new ClientCustomizers(List.of(withoutCure()), List.of()));
		List<Double> times = new ArrayList<>();
		List<Double> twinsTimes = new ArrayList<>();
		for (int i = 0; i < WARMUP + CALLS; i++) {
			times.add(time(cured));
			twinsTimes.add(time(twin));
		}
		assertThat(median(twinsTimes)).isGreaterThan(DELAY);
		assertThat(median(times)).isLessThan(median(twinsTimes) - DELAY / 2);
	}

	private static double median(List<Double> times) {
		return times.stream().skip(WARMUP).sorted().skip(CALLS / 2).findFirst().orElseThrow();
	}

	/**
	 * The milliseconds that a call takes.
	 */
	private static double time(BotTransport transport) {
		long began = System.nanoTime();
		assertThat(transport.call("sendMessage", BODY, LONG).block(LONG)).extracting(HttpAnswer::status).isEqualTo(200);
		return (System.nanoTime() - began) / 1e6;
	}

	private static TelegramHttpClientCustomizer withoutCure() {
		return (client) -> client.doOnChannelInit(
				(observer, channel, remote) -> channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
					@Override
					public void channelRegistered(ChannelHandlerContext context) {
						context.pipeline().remove(PromptAcks.class);
						context.fireChannelRegistered();
					}
				}));
	}

	private static void relay(Socket client) throws IOException {
		String target = RawServer.readHead(client.getInputStream()).split(" ")[1];
		int port = Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
		try (Socket server = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
			RawServer.write(client, "HTTP/1.1 200 OK\r\n\r\n");
			Thread answers = new Thread(() -> pump(server, client), "small-proxy");
			answers.setDaemon(true);
			answers.start();
			pump(client, server);
		}
	}

	private static void pump(Socket from, Socket to) {
		byte[] piece = new byte[1024];
		try {
			int length = from.getInputStream().read(piece);
			while (length >= 0) {
				to.getOutputStream().write(piece, 0, length);
				length = from.getInputStream().read(piece);
			}
			to.shutdownOutput();
		}
		catch (IOException ex) {
			// Either end is gone
		}
	}

	private BotTransport transport(TransportSettings settings, ClientCustomizers customizers) {
		ClientSslContext tls = new ClientSslContext(settings.sslBundle(), SslProvider.OPENSSL);
		// The certificate is what comes in pieces, and a resumed session has none
		((OpenSslSessionContext) tls.get().sessionContext()).setSessionCacheEnabled(false);
		return keep(new BotTransport("small-proxy-test", settings, new Routes("test", settings.routes()), tls, 1, 0,
				customizers, NameService.JVM));
	}

	private <T extends AutoCloseable> T keep(T closeable) {
		this.opened.add(closeable);
		return closeable;
	}

}
