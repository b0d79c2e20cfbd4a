// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import javax.net.ssl.KeyManagerFactory;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.core.io.ClassPathResource;

/**
 * An HTTPS server of the JDK on the loopback interface that counts handshakes, and those
 * that resume a session: it looks at its own ServerHello, which tells so in the clear.
 */
final class TlsServer implements AutoCloseable {

	private static final char[] PASSWORD = "changeit".toCharArray();

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final byte[] ANSWER = "{}".getBytes(StandardCharsets.UTF_8);

	private final LoopResources loops = LoopResources.create("tls-server", 1, true);

	private final AtomicInteger handshakes = new AtomicInteger();

	private final AtomicInteger resumed = new AtomicInteger();

	private final DisposableServer server;

	TlsServer() {
		this((channel) -> {
		});
	}

	/**
	 * Create a server.
	 * @param channels what to do with each connection, below TLS
	 */
	TlsServer(Consumer<Channel> channels) {
		SslContext tls = context();
		this.server = HttpServer.create()
			.runOn(this.loops)
			.host("127.0.0.1")
			.port(0)
			.secure((spec) -> spec.sslContext(tls))
			.doOnChannelInit((observer, channel, remote) -> {
				channel.pipeline().addFirst(new HelloReader());
				channels.accept(channel);
			})
			.handle((request, response) -> request.receive().then(response.sendByteArray(Mono.just(ANSWER)).then()))
			.bindNow();
	}

	static SslContext context() {
		try {
			KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keys.init(keyStore(), PASSWORD);
			return SslContextBuilder.forServer(keys).sslProvider(SslProvider.JDK).build();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What trusts a server of this kind.
	 */
	static SslBundle bundle() {
		return SslBundle.of(SslStoreBundle.of(null, null, keyStore()));
	}

	/**
	 * With a certificate as long as a chain, whose server is "localhost".
	 */
	private static KeyStore keyStore() {
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(new ClassPathResource("long.p12", TlsServer.class).getInputStream(), PASSWORD);
			return store;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What reaches the server, with time enough for a busy machine.
	 */
	TransportSettings settings(@Nullable ProxySettings proxy) {
		TransportSettings plain = TransportFixtures.settings("https://localhost:" + this.server.port(), proxy);
		return new TransportSettings(plain.baseUrl(), plain.token(), false, plain.routes(),
				new PhaseTimeouts(PATIENCE, PATIENCE, PATIENCE), Duration.ZERO, bundle());
	}

	int handshakes() {
		return this.handshakes.get();
	}

	int resumed() {
		return this.resumed.get();
	}

	@Override
	public void close() {
		this.server.disposeNow(Duration.ofSeconds(5));
		this.loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
	}

	private final class HelloReader extends ChannelOutboundHandlerAdapter {

		private static final int HANDSHAKE = 22;

		private static final int SERVER_HELLO = 2;

		private static final int PRE_SHARED_KEY = 41;

		@Override
		public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
			if (message instanceof ByteBuf flight && flight.isReadable(6)
					&& flight.getByte(flight.readerIndex()) == HANDSHAKE
					&& flight.getByte(flight.readerIndex() + 5) == SERVER_HELLO) {
				TlsServer.this.handshakes.incrementAndGet();
				if (Arrays.stream(extensions(flight.duplicate())).anyMatch((type) -> type == PRE_SHARED_KEY)) {
					TlsServer.this.resumed.incrementAndGet();
				}
			}
			context.write(message, promise);
		}

		/**
		 * RFC 8446, section 4.1.3.
		 */
		private static int[] extensions(ByteBuf flight) {
			flight.skipBytes(5 + 4 + 2 + 32);
			flight.skipBytes(flight.readUnsignedByte());
			flight.skipBytes(2 + 1);
			ByteBuf extensions = flight.readSlice(flight.readUnsignedShort());
			int[] types = new int[extensions.readableBytes() / 4];
			for (int i = 0; extensions.isReadable(); i++) {
				types[i] = extensions.readUnsignedShort();
				extensions.skipBytes(extensions.readUnsignedShort());
			}
			return types;
		}

	}

}
