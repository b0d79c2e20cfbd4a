// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.net.InetSocketAddress;
import java.util.Set;

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

	private final @Nullable ProxyLogin login;

	private final @Nullable InetSocketAddress forwardTo;

	private final TargetConnector targets;

	private final Set<ProxiedClient> live;

	ClientInitializer(FaultRules faults, TunnelLog log, @Nullable ProxyLogin login,
			@Nullable InetSocketAddress forwardTo, TargetConnector targets, Set<ProxiedClient> live) {
		this.faults = faults;
		this.log = log;
		this.login = login;
		this.forwardTo = forwardTo;
		this.targets = targets;
		this.live = live;
	}

	@Override
	protected void initChannel(Channel channel) {
		FaultRules.Choice choice = this.faults.forNextConnection();
		Fault fault = choice.fault();
		TunnelEntry entry = this.log.opened(fault, choice.seed());
		ProxiedClient client = new ProxiedClient(channel, entry, this.targets);
		this.live.add(client);
		channel.closeFuture().addListener((closed) -> {
			this.log.closed(entry);
			client.whenGone(() -> this.live.remove(client));
		});
		receive(channel, fault, client);
	}

	private void receive(Channel channel, Fault fault, ProxiedClient client) {
		if (EntryFault.has(fault, EntryFault.Refuse.class)) {
			Sockets.reset(channel);
		}
		else if (EntryFault.has(fault, EntryFault.Ignore.class)) {
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
