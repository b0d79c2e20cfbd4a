package io.github.telegramnopool.transport;

import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.KeyManagerFactory;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.core.io.ClassPathResource;

/**
 * An HTTPS server on the loopback interface that counts handshakes, and those that resume
 * a session: it looks at its own ServerHello, which tells so in the clear.
 */
final class TlsServer implements AutoCloseable {

	private static final char[] PASSWORD = "changeit".toCharArray();

	private static final byte[] ANSWER = "{}".getBytes();

	private final LoopResources loops = LoopResources.create("tls-server", 1, true);

	private final AtomicInteger handshakes = new AtomicInteger();

	private final AtomicInteger resumed = new AtomicInteger();

	private final DisposableServer server;

	TlsServer(SslProvider provider, Duration delay) {
		SslContext tls = context(provider);
		this.server = HttpServer.create()
			.runOn(this.loops)
			.host("127.0.0.1")
			.port(0)
			.secure((spec) -> spec.sslContext(tls))
			.doOnChannelInit((observer, channel, remote) -> channel.pipeline().addFirst(new HelloReader()))
			.handle((request, response) -> request.receive()
				.then(Mono.delay(delay))
				.then(response.sendByteArray(Mono.just(ANSWER)).then()))
			.bindNow();
	}

	private static SslContext context(SslProvider provider) {
		try {
			KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keys.init(keyStore(), PASSWORD);
			return SslContextBuilder.forServer(keys).sslProvider(provider).build();
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

	private static KeyStore keyStore() {
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(new ClassPathResource("localhost.p12", TlsServer.class).getInputStream(), PASSWORD);
			return store;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	int port() {
		return this.server.port();
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
