// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import org.jspecify.annotations.Nullable;

/**
 * One client of the proxy, from its first byte to the end of its tunnel. Runs on the
 * event loop.
 */
final class ProxiedClient {

	private final Channel channel;

	private final TunnelEntry entry;

	private final TargetConnector targets;

	/**
	 * Faults that were set while the client lived but had no tunnel to meet them in.
	 */
	private final List<Fault> later = new ArrayList<>();

	private @Nullable Tunnel tunnel;

	private boolean frozen;

	ProxiedClient(Channel channel, TunnelEntry entry, TargetConnector targets) {
		this.channel = channel;
		this.entry = entry;
		this.targets = targets;
	}

	TunnelEntry entry() {
		return this.entry;
	}

	/**
	 * Connect to a target and make the tunnel.
	 */
	void connect(Target target, TunnelAnswer answer) {
		this.entry.asksFor(target);
		EntryFault.SlowTunnel slow = EntryFault.find(this.entry.fault(), EntryFault.SlowTunnel.class).orElse(null);
		if (slow == null) {
			decide(target, answer);
			return;
		}
		// A client that waits is silent, and if it does not want to wait is seen to go
		this.channel.config().setAutoRead(answer.isAwaited());
		this.channel.eventLoop().schedule(() -> decide(target, answer), slow.delay().toNanos(), TimeUnit.NANOSECONDS);
	}

	private void decide(Target target, TunnelAnswer answer) {
		this.channel.config().setAutoRead(false);
		FailTunnel words = EntryFault.find(this.entry.fault(), FailTunnel.class).orElse(null);
		if (words != null && !words.isSuccess()) {
			refuse(answer, TunnelFailure.OTHER, words);
		}
		else if (EntryFault.has(this.entry.fault(), EntryFault.Nowhere.class)) {
			answer.accept(new IgnoringHandler(), words);
			this.entry.established();
			this.channel.config().setAutoRead(true);
		}
		else {
			this.targets.connect(target, this.channel.eventLoop(), new Connecting(answer, words));
		}
	}

	private void refuse(TunnelAnswer answer, TunnelFailure failure, @Nullable FailTunnel words) {
		if (this.frozen) {
			return;
		}
		ChannelFuture said = answer.refuse(failure, words);
		if (words != null && words.heldOpen()) {
			this.channel.config().setAutoRead(true);
		}
		else {
			said.addListener(ChannelFutureListener.CLOSE);
		}
	}

	private void open(Channel target, TunnelAnswer answer, @Nullable FailTunnel words) {
		if (!this.channel.isActive() || this.frozen) {
			target.close();
			return;
		}
		Tunnel tunnel = new Tunnel(this.channel, target, this.entry);
		this.tunnel = tunnel;
		target.pipeline().addLast(new RelayHandler(tunnel, Direction.DOWN));
		answer.accept(new RelayHandler(tunnel, Direction.UP), words);
		tunnel.open();
		this.later.forEach(tunnel::strike);
	}

	void freeze() {
		this.frozen = true;
		if (this.tunnel != null) {
			this.tunnel.strike(Fault.blackHoleAfter(0));
		}
		else {
			this.channel.pipeline().addFirst(new IgnoringHandler());
			this.channel.config().setAutoRead(true);
		}
	}

	void strike(Fault fault) {
		if (this.tunnel != null) {
			this.tunnel.strike(fault);
		}
		else {
			this.later.add(fault);
		}
	}

	void heal() {
		this.later.clear();
		if (this.tunnel != null) {
			this.tunnel.heal();
		}
	}

	void reset() {
		Sockets.reset(this.channel);
		if (this.tunnel != null) {
			this.tunnel.reset();
		}
	}

	void close() {
		this.channel.close();
		if (this.tunnel != null) {
			this.tunnel.close();
		}
	}

	/**
	 * Run something when nothing is left of a closed client: its target may go on for a
	 * while, with what is late on its way there.
	 */
	void whenGone(Runnable action) {
		if (this.tunnel != null) {
			this.tunnel.whenTargetIsClosed(action);
		}
		else {
			action.run();
		}
	}

	private final class Connecting implements TargetConnector.Outcome {

		private final TunnelAnswer answer;

		private final @Nullable FailTunnel words;

		Connecting(TunnelAnswer answer, @Nullable FailTunnel words) {
			this.answer = answer;
			this.words = words;
		}

		@Override
		public void connected(Channel target) {
			open(target, this.answer, this.words);
		}

		@Override
		public void failed(TunnelFailure failure) {
			refuse(this.answer, failure, null);
		}

	}

}
