package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.util.concurrent.Future;
import reactor.netty.ConnectionObserver;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

/**
 * Builds the {@link HttpClient} whose every request opens a connection of its own.
 */
final class UnpooledHttpClient {

	private final TransportSettings settings;

	private final ConnectionCounter counter;

	private final TokenPath path;

	UnpooledHttpClient(TransportSettings settings, ConnectionCounter counter) {
		this.settings = settings;
		this.counter = counter;
		this.path = new TokenPath(settings);
	}

	HttpClient build(LoopResources loops, List<TelegramHttpClientCustomizer> customizers) {
		HttpClient client = HttpClient.create(new FreshConnections());
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

	private HttpClient secure(HttpClient client) {
		SslContext context = sslContext();
		return client.secure((spec) -> spec.sslContext(context));
	}

	private SslContext sslContext() {
		try {
			return new ClientSslContext(this.settings.sslBundle()).build();
		}
		catch (SSLException ex) {
			throw new IllegalStateException("The TLS context of the bot could not be made: " + ex.getMessage(), ex);
		}
	}

	private void initialize(ConnectionObserver observer, Channel channel) {
		Exchange exchange = Exchange.from(observer.currentContext());
		this.counter.opened(channel);
		ChannelPipeline pipeline = channel.pipeline();
		pipeline.addAfter(NettyPipeline.HttpCodec, "telegram.request",
				new RequestHandler(exchange, this.path, exchange.isProxied()));
		Duration tlsTimeout = this.settings.timeouts().tls();
		SslHandler tls = pipeline.get(SslHandler.class);
		Route route = exchange.route();
		if (route != null && route.proxy() != null) {
			ProxyHandler tunnel = new ProxyTunnel(route.proxy(), this.settings.timeouts().proxy()).newHandler();
			pipeline.addFirst(NettyPipeline.ProxyHandler, tunnel);
			if (tls != null) {
				// Its timer begins before the tunnel stands
				tls.setHandshakeTimeoutMillis(0);
				tunnel.connectFuture().addListener((opened) -> {
					if (opened.isSuccess()) {
						limit(tls, tlsTimeout, channel, exchange);
					}
				});
			}
		}
		else if (tls != null) {
			tls.setHandshakeTimeoutMillis(tlsTimeout.toMillis());
		}
		pipeline.addFirst("telegram.connect", new ConnectHandler(exchange));
		exchange.opens(channel);
	}

	private static void limit(SslHandler tls, Duration timeout, Channel channel, Exchange exchange) {
		Future<?> timer = channel.eventLoop()
			.schedule(() -> exchange.fails(new LateHandshakeException()), timeout.toMillis(), TimeUnit.MILLISECONDS);
		tls.handshakeFuture().addListener((ended) -> timer.cancel(false));
	}

}
