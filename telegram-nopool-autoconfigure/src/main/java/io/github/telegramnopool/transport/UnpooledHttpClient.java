// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.util.concurrent.Future;
import reactor.netty.ConnectionObserver;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider;

/**
 * Builds the {@link HttpClient} whose every request opens a connection of its own.
 */
final class UnpooledHttpClient {

	private final Network network;

	private final SpareConnections spares;

	private final TransportSettings settings;

	private final ConnectionCounter counter;

	private final TokenPath path;

	private final ClientSslContext tls;

	private final PromptAcks promptAcks = new PromptAcks();

	UnpooledHttpClient(Network network, SpareConnections spares, ClientSslContext tls, ConnectionCounter counter) {
		this.network = network;
		this.spares = spares;
		this.tls = tls;
		this.settings = network.settings();
		this.counter = counter;
		this.path = new TokenPath(this.settings);
	}

	HttpClient build(LoopResources loops, List<TelegramHttpClientCustomizer> customizers) {
		HttpClient client = HttpClient.create(new FreshConnections(this.network, this.spares));
		for (TelegramHttpClientCustomizer customizer : customizers) {
			client = customizer.customize(client);
		}
		client = client.runOn(loops)
			.noProxy()
			// It would print the token, which is on the wire in the clear above TLS
			.wiretap(false)
			.protocol(HttpProtocol.HTTP11)
			.keepAlive(false)
			.compress(false)
			.followRedirect(false)
			.disableRetry(true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) this.settings.timeouts().connect().toMillis())
			// Names are looked up before, and the Bot API's not at all if there is a
			// proxy
			.resolver(NoopAddressResolverGroup.INSTANCE)
			.doOnChannelInit((observer, channel, remote) -> initialize(observer, channel));
		return isSecure() ? secure(client) : client;
	}

	private boolean isSecure() {
		return "https".equalsIgnoreCase(this.settings.baseUrl().getScheme());
	}

	/**
	 * The context makes engines that verify the host name, so Reactor Netty need not tell
	 * each of them to: that means to read and write all of an engine's settings.
	 */
	private HttpClient secure(HttpClient client) {
		return client.secure(SslProvider.builder().sslContext(this.tls.get()).build());
	}

	private void initialize(ConnectionObserver observer, Channel channel) {
		ConnectAttempt attempt = ConnectAttempt.from(observer.currentContext());
		this.counter.opened(channel);
		ChannelPipeline pipeline = channel.pipeline();
		pipeline.addAfter(NettyPipeline.HttpCodec, "telegram.request", new RequestHandler(attempt, this.path));
		SslHandler tls = pipeline.get(SslHandler.class);
		ProxySettings proxy = attempt.route().proxy();
		if (proxy != null) {
			ProxyHandler tunnel = new ProxyTunnel(proxy, this.settings.timeouts().proxy()).newHandler();
			pipeline.addFirst(NettyPipeline.ProxyHandler, tunnel);
			pipeline.addFirst("telegram.prompt-acks", this.promptAcks);
			if (tls != null) {
				pipeline.addFirst("telegram.cipher-change", new CipherChangeHold());
				limit(tls, tunnel, attempt);
			}
		}
		else if (tls != null) {
			tls.setHandshakeTimeoutMillis(this.settings.timeouts().tls().toMillis());
		}
		pipeline.addFirst("telegram.connect", new ConnectHandler(attempt));
		attempt.opens(channel);
	}

	/**
	 * Netty's own timer would begin before the tunnel stands.
	 */
	private void limit(SslHandler tls, ProxyHandler tunnel, ConnectAttempt attempt) {
		tls.setHandshakeTimeoutMillis(0);
		tunnel.connectFuture().addListener((Future<Channel> opened) -> {
			if (opened.isSuccess()) {
				Future<?> timer = opened.getNow()
					.eventLoop()
					.schedule(() -> attempt.fails(new LateHandshakeException()),
							this.settings.timeouts().tls().toMillis(), TimeUnit.MILLISECONDS);
				tls.handshakeFuture().addListener((ended) -> timer.cancel(false));
			}
		});
	}

}
