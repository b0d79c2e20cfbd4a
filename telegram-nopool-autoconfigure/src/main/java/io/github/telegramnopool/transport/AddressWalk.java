// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.netty.transport.TransportConnector;
import reactor.util.context.Context;

/**
 * Connects to one address of a route's peer after the other, until one accepts.
 * <p>
 * Used on the attempt's event loop only.
 */
final class AddressWalk implements CoreSubscriber<Channel> {

	private final ConnectAttempt attempt;

	private final ConnectTarget target;

	private final AddressBook book;

	private final InetSocketAddress peer;

	private Iterator<InetSocketAddress> addresses = Collections.emptyIterator();

	private @Nullable InetSocketAddress address;

	/**
	 * Create a walk.
	 * @param attempt for whom
	 * @param peer whom to connect to, by name
	 */
	AddressWalk(ConnectAttempt attempt, ConnectTarget target, AddressBook book, InetSocketAddress peer) {
		this.attempt = attempt;
		this.target = target;
		this.book = book;
		this.peer = peer;
	}

	void begin() {
		this.attempt.reaches(Phase.DNS);
		this.book.find(this.peer)
			.subscribe((found) -> onLoop(() -> walk(found)), (failure) -> onLoop(() -> this.attempt.fails(failure)));
	}

	private void onLoop(Runnable step) {
		if (!this.target.loop().isShuttingDown()) {
			this.target.loop().execute(step);
		}
	}

	private void walk(List<InetSocketAddress> found) {
		List<InetSocketAddress> addresses = new ArrayList<>(found);
		Collections.rotate(addresses, -this.attempt.heading().turn());
		this.addresses = addresses.iterator();
		connect();
	}

	/**
	 * To Reactor Netty it is always the Bot API that is connected to, since that is whose
	 * certificate it checks: {@link ConnectHandler} connects to the address.
	 */
	private void connect() {
		if (this.attempt.isGivenUp()) {
			return;
		}
		this.address = this.addresses.next();
		this.attempt.reaches(Phase.TCP);
		ChannelInitializer<Channel> initializer = this.target.config()
			.channelInitializer(this.attempt, this.target.remote(), false);
		TransportConnector
			.connect(this.target.config(), this.target.remote(), this.target.resolver(), initializer,
					this.target.loop(), this.attempt.currentContext())
			.subscribe(this);
	}

	@Nullable InetSocketAddress address() {
		return this.address;
	}

	/**
	 * Note that the address led to Telegram.
	 */
	void arrived() {
		if (this.address != null) {
			this.book.worked(this.peer.getHostString(), this.address);
		}
	}

	@Override
	public Context currentContext() {
		return this.attempt.currentContext();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(Channel channel) {
	}

	@Override
	public void onError(Throwable failure) {
		if (this.attempt.isGivenUp()) {
			// It was closed by us: the address has done nothing wrong
			return;
		}
		if (this.attempt.phase() == Phase.TCP && this.address != null) {
			this.book.failed(this.address);
			if (this.addresses.hasNext()) {
				connect();
				return;
			}
		}
		this.attempt.fails(failure);
	}

	@Override
	public void onComplete() {
	}

}
