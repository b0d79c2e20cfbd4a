package io.github.telegramnopool.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.OpenSsl;
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

	private static final int CALLS = 20;

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
		// Its keys for the time after quantum computers make the server's hello too long
		// for one piece
		assertSaves(SslProvider.OPENSSL, "telegram.prompt-acks");
	}

	@Test
	void changeOfCiphersTakesNoPacketOfItsOwn() throws IOException {
		assertSaves(SslProvider.JDK, "telegram.cipher-change");
	}

	private void assertSaves(SslProvider provider, String cure) throws IOException {
		TlsServer server = keep(new TlsServer(provider, Duration.ZERO));
		RawServer proxy = keep(new RawServer(SmallProxyTests::relay));
		ClientSslContext tls = new ClientSslContext(TlsServer.bundle(), provider);
		TransportSettings settings = TransportFixtures.settings("https://localhost:" + server.port(),
				new ProxySettings(ProxyType.HTTP, "127.0.0.1", proxy.port(), null, null));
		BotTransport cured = transport(settings, tls, ClientCustomizers.none());
		BotTransport twin = transport(settings, tls, new ClientCustomizers(List.of(without(cure)), List.of()));
		List<Double> times = new ArrayList<>();
		List<Double> twinsTimes = new ArrayList<>();
		for (int i = 0; i < 2 * CALLS; i++) {
			double time = time(cured, tls);
			double twinsTime = time(twin, tls);
			if (i >= CALLS) {
				times.add(time);
				twinsTimes.add(twinsTime);
			}
		}
		System.out.println("FIG " + cure + " " + median(times) + " " + median(twinsTimes));
		assertThat(median(twinsTimes)).isGreaterThan(DELAY);
		assertThat(median(times)).isLessThan(median(twinsTimes) - DELAY / 2);
	}

	private static double median(List<Double> times) {
		return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
	}

	/**
	 * The milliseconds that a call takes with a full handshake.
	 */
	private static double time(BotTransport transport, ClientSslContext tls) {
		SSLSessionContext sessions = tls.get().sessionContext();
		Collections.list(sessions.getIds())
			.stream()
			.map(sessions::getSession)
			.filter(Objects::nonNull)
			.forEach(SSLSession::invalidate);
		long began = System.nanoTime();
		assertThat(transport.call("sendMessage", BODY, LONG).block(LONG)).extracting(HttpAnswer::status).isEqualTo(200);
		return (System.nanoTime() - began) / 1e6;
	}

	private static TelegramHttpClientCustomizer without(String handler) {
		return (client) -> client.doOnChannelInit(
				(observer, channel, remote) -> channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
					@Override
					public void channelRegistered(ChannelHandlerContext context) {
						context.pipeline().remove(handler);
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

	private BotTransport transport(TransportSettings settings, ClientSslContext tls, ClientCustomizers customizers) {
		return keep(new BotTransport("small-proxy-test", settings, new Routes("test", settings.routes()), tls, 1, 0,
				customizers, NameService.JVM));
	}

	private <T extends AutoCloseable> T keep(T closeable) {
		this.opened.add(closeable);
		return closeable;
	}

}
