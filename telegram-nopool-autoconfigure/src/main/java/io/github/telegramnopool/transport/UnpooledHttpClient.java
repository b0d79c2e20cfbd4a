package io.github.telegramnopool.transport;

import java.util.List;
import java.util.concurrent.Executor;

import javax.net.ssl.SSLException;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslContext;
import io.netty.resolver.NoopAddressResolverGroup;
import org.jspecify.annotations.Nullable;
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

	private final Executor resolver;

	private final TokenPath path;

	private final @Nullable ProxyTunnel tunnel;

	UnpooledHttpClient(TransportSettings settings, ConnectionCounter counter, Executor resolver) {
		this.settings = settings;
		this.counter = counter;
		this.resolver = resolver;
		this.path = new TokenPath(settings);
		this.tunnel = (settings.proxy() != null) ? new ProxyTunnel(settings.proxy(), settings.timeouts().proxy())
				: null;
	}

	HttpClient build(LoopResources loops, List<TelegramHttpClientCustomizer> customizers) {
		HttpClient client = HttpClient.create(new FreshConnections(this.settings.hedgeAfter()));
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
			.doOnChannelInit((observer, channel, remote) -> initialize(observer, channel));
		client = (this.tunnel != null) ? client.resolver(NoopAddressResolverGroup.INSTANCE)
				: client.resolver((spec) -> spec.runOn(loops));
		return isSecure() ? secure(client) : client;
	}

	private boolean isSecure() {
		return "https".equalsIgnoreCase(this.settings.baseUrl().getScheme());
	}

	private HttpClient secure(HttpClient client) {
		SslContext context = sslContext();
		return client.secure((spec) -> spec.sslContext(context)
			.handshakeTimeout(this.settings.timeouts().handshakeTimer(this.tunnel != null)));
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
		ConnectAttempt attempt = ConnectAttempt.from(observer.currentContext());
		this.counter.opened(channel);
		ChannelPipeline pipeline = channel.pipeline();
		pipeline.addAfter(NettyPipeline.HttpCodec, "telegram.request",
				new RequestHandler(exchange, attempt, this.path));
		if (this.tunnel != null) {
			pipeline.addFirst(NettyPipeline.ProxyHandler, this.tunnel.newHandler());
		}
		pipeline.addFirst("telegram.connect", new ConnectHandler(attempt, this.tunnel != null, this.resolver));
		attempt.opens(channel, this.tunnel != null);
	}

}
