package io.github.telegramnopool.simulator.fault;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.Executor;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;
import org.jspecify.annotations.Nullable;

/**
 * Receives each client and decides what is to go wrong with it.
 */
@Sharable
final class ClientInitializer extends ChannelInitializer<Channel> {

	private final FaultRules faults;

	private final TunnelLog log;

	private final RouteTable routes;

	private final @Nullable ProxyLogin login;

	private final @Nullable InetSocketAddress forwardTo;

	private final Executor resolver;

	private final Set<ProxiedClient> live;

	ClientInitializer(FaultRules faults, TunnelLog log, RouteTable routes, @Nullable ProxyLogin login,
			@Nullable InetSocketAddress forwardTo, Executor resolver, Set<ProxiedClient> live) {
		this.faults = faults;
		this.log = log;
		this.routes = routes;
		this.login = login;
		this.forwardTo = forwardTo;
		this.resolver = resolver;
		this.live = live;
	}

	@Override
	protected void initChannel(Channel channel) {
		Fault fault = this.faults.forNextConnection();
		TunnelEntry entry = this.log.opened(fault);
		ProxiedClient client = new ProxiedClient(channel, entry, this.routes, this.resolver);
		this.live.add(client);
		channel.closeFuture().addListener((closed) -> {
			this.log.closed(entry);
			this.live.remove(client);
		});
		receive(channel, fault, client);
	}

	private void receive(Channel channel, Fault fault, ProxiedClient client) {
		if (fault instanceof Fault.Refuse) {
			Sockets.reset(channel);
		}
		else if (fault instanceof Fault.Ignore) {
			channel.pipeline().addLast(new IgnoringHandler());
		}
		else if (this.forwardTo != null) {
			client.entry().speaks(TunnelRecord.Protocol.PLAIN);
			client.connect(Target.of(this.forwardTo.getHostString(), this.forwardTo.getPort()),
					new PlainAnswer(channel));
		}
		else {
			channel.pipeline().addLast(new ProtocolDetector(client, this.login));
		}
	}

}
