// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The threads and the listener of a proxy, from start to stop, and the clients that are
 * there.
 */
final class ProxyListener {

	private static final int STOP_TIMEOUT_SECONDS = 5;

	private final Set<ProxiedClient> live = ConcurrentHashMap.newKeySet();

	private final String host;

	/**
	 * Makes what receives a client.
	 */
	private final BiFunction<Executor, Set<ProxiedClient>, ChannelHandler> receiving;

	private volatile int port;

	private @Nullable EventLoopGroup loop;

	private @Nullable ExecutorService resolver;

	private @Nullable Channel listener;

	ProxyListener(String host, int port, BiFunction<Executor, Set<ProxiedClient>, ChannelHandler> receiving) {
		this.host = host;
		this.port = port;
		this.receiving = receiving;
	}

	String host() {
		return this.host;
	}

	int port() {
		return this.port;
	}

	synchronized void start() {
		if (this.loop != null) {
			return;
		}
		EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("fault-proxy", true),
				NioIoHandler.newFactory());
		ExecutorService resolver = Executors
			.newSingleThreadExecutor(new DefaultThreadFactory("fault-proxy-resolver", true));
		this.loop = loop;
		this.resolver = resolver;
		try {
			listen(loop, resolver);
		}
		catch (RuntimeException ex) {
			stop();
			throw ex;
		}
	}

	synchronized void stop() {
		EventLoopGroup loop = this.loop;
		ExecutorService resolver = this.resolver;
		if (loop == null || resolver == null) {
			return;
		}
		refuse();
		resolver.shutdownNow();
		forEachLive(ProxiedClient::close);
		loop.shutdownGracefully(0, STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)
			.awaitUninterruptibly(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
		this.loop = null;
		this.resolver = null;
	}

	/**
	 * Close the listener.
	 */
	synchronized void refuse() {
		Channel listener = this.listener;
		this.listener = null;
		if (listener != null) {
			listener.close().awaitUninterruptibly();
			// The JDK gives the socket up only when its selector is asked the next time,
			// and a scheduled task always runs after that
			listener.eventLoop().schedule(() -> {
			}, 1, TimeUnit.MILLISECONDS).awaitUninterruptibly();
		}
	}

	/**
	 * Listen again on the same port.
	 */
	synchronized void accept() {
		EventLoopGroup loop = this.loop;
		ExecutorService resolver = this.resolver;
		if (loop == null || resolver == null) {
			throw new IllegalStateException("The proxy is not running. Start it first.");
		}
		if (this.listener == null) {
			listen(loop, resolver);
		}
	}

	/**
	 * Do something with each live connection, on its event loop, and wait for it.
	 */
	synchronized void forEachLive(Consumer<ProxiedClient> action) {
		EventLoopGroup loop = this.loop;
		if (loop != null) {
			loop.submit(() -> this.live.forEach(action)).awaitUninterruptibly(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
		}
	}

	private void listen(EventLoopGroup loop, Executor resolver) {
		ServerBootstrap bootstrap = new ServerBootstrap().group(loop)
			.channel(NioServerSocketChannel.class)
			.option(ChannelOption.SO_REUSEADDR, true)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(this.receiving.apply(resolver, this.live));
		ChannelFuture bound = bootstrap.bind(this.host, this.port).awaitUninterruptibly();
		if (!bound.isSuccess()) {
			throw new IllegalStateException(
					"The proxy cannot listen on " + this.host + ":" + this.port + ". Choose a free port, or 0 for any.",
					bound.cause());
		}
		this.listener = bound.channel();
		this.port = ((InetSocketAddress) bound.channel().localAddress()).getPort();
	}

}
