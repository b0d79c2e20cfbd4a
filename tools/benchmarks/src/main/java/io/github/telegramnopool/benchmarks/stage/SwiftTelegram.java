// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLException;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import reactor.netty.resources.LoopResources;

/**
 * A Telegram that costs as little as it can, so that the time of a call is that of the
 * client: it looks at next to nothing and answers with what is always the same. Counts
 * what the connections of its clients carry.
 * <p>
 * TLS as at Telegram: a certificate with an RSA key of 2048 bits, and sessions that can
 * be resumed.
 */
public final class SwiftTelegram implements AutoCloseable {

	private static final int LOOPS = 2;

	private static final int MAX_BODY = 1 << 20;

	private static final int BACKLOG = 4096;

	private final LoopResources loops = LoopResources.create("swift-telegram", LOOPS, true);

	private final X509Certificate authority;

	private final Channel channel;

	private final ConnectionTally tally = new ConnectionTally();

	private final UpdateShelf updates = new UpdateShelf();

	private final SendShelf sends = new SendShelf();

	private SwiftTelegram(String host, X509Bundle authority, X509Bundle identity) throws SSLException {
		this.authority = authority.getCertificate();
		SslContext tls = SslContextBuilder.forServer(identity.getKeyPair().getPrivate(), identity.getCertificatePath())
			.sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
			.build();
		EventLoopGroup group = this.loops.onServer(true);
		Class<? extends ServerChannel> type = this.loops.onChannelClass(ServerSocketChannel.class, group);
		this.channel = new ServerBootstrap().group(group)
			.channel(type)
			.option(ChannelOption.SO_BACKLOG, BACKLOG)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ChannelInitializer<>() {

				@Override
				protected void initChannel(Channel channel) {
					channel.pipeline()
						.addLast(tls.newHandler(channel.alloc()), new HttpServerCodec(),
								new HttpServerKeepAliveHandler(), new HttpObjectAggregator(MAX_BODY),
								new SwiftConnection(SwiftTelegram.this.tally, SwiftTelegram.this.updates,
										SwiftTelegram.this.sends));
				}

			})
			.bind(host, 0)
			.syncUninterruptibly()
			.channel();
	}

	/**
	 * Start it.
	 * @param host the address to listen on
	 * @param addresses those by which clients reach it
	 * @return a Telegram that listens
	 * @throws Exception if it cannot be started
	 */
	public static SwiftTelegram start(String host, String... addresses) throws Exception {
		X509Bundle authority = new CertificateBuilder().rsa2048()
			.subject("CN=Authority of the benchmarks")
			.setIsCertificateAuthority(true)
			.setKeyUsage(true, CertificateBuilder.KeyUsage.keyCertSign, CertificateBuilder.KeyUsage.cRLSign)
			.buildSelfSigned();
		CertificateBuilder server = new CertificateBuilder().rsa2048()
			.subject("CN=Telegram of the benchmarks")
			.addExtendedKeyUsageServerAuth();
		for (String address : addresses) {
			server.addSanIpAddress(address);
		}
		return new SwiftTelegram(host, authority, server.buildIssuedBy(authority));
	}

	/**
	 * Where it listens.
	 * @return the port
	 */
	public int port() {
		return ((InetSocketAddress) this.channel.localAddress()).getPort();
	}

	/**
	 * What its clients have to trust.
	 * @return the certificate of the authority
	 */
	public X509Certificate authority() {
		return this.authority;
	}

	/**
	 * What connections have carried.
	 * @return the tally, which goes on
	 */
	public ConnectionTally tally() {
		return this.tally;
	}

	/**
	 * The updates that the one bot gets.
	 * @return the shelf
	 */
	public UpdateShelf updates() {
		return this.updates;
	}

	/**
	 * What the one bot sends.
	 * @return the shelf
	 */
	public SendShelf sends() {
		return this.sends;
	}

	@Override
	public void close() {
		this.channel.close().syncUninterruptibly();
		this.loops.dispose();
	}

}
