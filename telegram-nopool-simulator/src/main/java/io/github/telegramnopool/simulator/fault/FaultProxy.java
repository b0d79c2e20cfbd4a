package io.github.telegramnopool.simulator.fault;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy that breaks on demand. It speaks HTTP {@code CONNECT} and SOCKS5 on one
 * port, told apart by a client's first byte, or forwards everything to one target.
 * <p>
 * Names that only the proxy can resolve are its routes; any other is looked up by the
 * JVM. Faults, routes and log may be used by several threads while it runs and survive
 * {@link #stop()}; a proxy that is started again listens on the same port.
 *
 * <pre>{@code
 * try (FaultProxy proxy = FaultProxy.builder().credentials("user", "secret").build().start()) {
 *     proxy.route("api.telegram.test", simulator.tlsPort());
 *     proxy.faults().every(3, Fault.blackHoleAfter(0));
 *     // let a client use proxy.url("socks5")
 *     assertThat(proxy.tunnels()).allMatch((tunnel) -> "api.telegram.test".equals(tunnel.host()));
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public final class FaultProxy implements AutoCloseable {

	private static final int STOP_TIMEOUT_SECONDS = 5;

	private final String host;

	private final @Nullable ProxyLogin login;

	private final @Nullable InetSocketAddress forwardTo;

	private final RouteTable routes = new RouteTable();

	private final FaultRules faults = new FaultRules();

	private final TunnelLog log = new TunnelLog();

	private final Set<ProxiedClient> live = ConcurrentHashMap.newKeySet();

	private volatile int port;

	private @Nullable EventLoopGroup loop;

	private @Nullable ExecutorService resolver;

	private @Nullable Channel listener;

	FaultProxy(String host, int port, @Nullable ProxyLogin login, @Nullable InetSocketAddress forwardTo) {
		this.host = host;
		this.port = port;
		this.login = login;
		this.forwardTo = forwardTo;
	}

	/**
	 * Begin a proxy.
	 * @return a builder with the defaults: any free port of 127.0.0.1, no credentials
	 */
	public static FaultProxyBuilder builder() {
		return new FaultProxyBuilder();
	}

	/**
	 * Begin to listen. Does nothing if the proxy is running.
	 * @return this proxy
	 * @throws IllegalStateException if the port cannot be had
	 */
	public synchronized FaultProxy start() {
		if (this.loop == null) {
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
		return this;
	}

	/**
	 * Close the listener and every connection, and end every thread. Does nothing if the
	 * proxy is not running.
	 */
	public synchronized void stop() {
		EventLoopGroup loop = this.loop;
		ExecutorService resolver = this.resolver;
		if (loop == null || resolver == null) {
			return;
		}
		refuseConnections();
		resolver.shutdownNow();
		forEachLive(ProxiedClient::close);
		loop.shutdownGracefully(0, STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)
			.awaitUninterruptibly(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
		this.loop = null;
		this.resolver = null;
	}

	/**
	 * Stop.
	 */
	@Override
	public void close() {
		stop();
	}

	/**
	 * Close the listener, so that the operating system refuses new connections. Those
	 * that stand go on.
	 */
	public synchronized void refuseConnections() {
		Channel listener = this.listener;
		this.listener = null;
		if (listener != null) {
			listener.close().awaitUninterruptibly();
			// The JDK gives the socket up only when its selector is asked the next time,
			// and
			// a scheduled task always runs after that
			listener.eventLoop().schedule(() -> {
			}, 1, TimeUnit.MILLISECONDS).awaitUninterruptibly();
		}
	}

	/**
	 * Listen again on the same port after {@link #refuseConnections()}.
	 * @throws IllegalStateException if the proxy is not running or the port cannot be had
	 */
	public synchronized void acceptConnections() {
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
	 * Address on which the proxy listens.
	 * @return the address as it was set
	 */
	public String host() {
		return this.host;
	}

	/**
	 * Port of the proxy.
	 * @return the port, or what was set if the proxy has not been started
	 */
	public int port() {
		return this.port;
	}

	/**
	 * URL by which a client is told to use this proxy, credentials included.
	 * @param scheme such as {@code socks5} or {@code http}
	 * @return the URL
	 */
	public URI url(String scheme) {
		String address = this.host.contains(":") ? "[" + this.host + "]" : this.host;
		return URI
			.create(scheme + "://" + ((this.login != null) ? this.login.userInfo() : "") + address + ":" + this.port);
	}

	/**
	 * Take clients that ask for a host to a port of 127.0.0.1, whatever port they ask
	 * for.
	 * @param host the name or address, in any case
	 * @param port the port
	 * @return this proxy
	 */
	public FaultProxy route(String host, int port) {
		return route(host, new InetSocketAddress("127.0.0.1", port));
	}

	/**
	 * Take clients that ask for a host to an address, whatever port they ask for.
	 * @param host the name or address, in any case
	 * @param target where they are taken
	 * @return this proxy
	 */
	public FaultProxy route(String host, InetSocketAddress target) {
		this.routes.route(host, target);
		return this;
	}

	/**
	 * Refuse clients that ask for a host: HTTP 403, or "not allowed by ruleset".
	 * @param host the name or address, in any case
	 * @return this proxy
	 */
	public FaultProxy deny(String host) {
		this.routes.deny(host);
		return this;
	}

	/**
	 * What goes wrong with connections to come.
	 * @return the rules, to be changed in place
	 */
	public FaultRules faults() {
		return this.faults;
	}

	/**
	 * Swallow from now on everything that the live connections send or receive, without
	 * closing them.
	 */
	public void freezeLive() {
		forEachLive(ProxiedClient::freeze);
	}

	/**
	 * Reset the live connections (TCP RST), at both ends of their tunnels.
	 */
	public void resetLive() {
		forEachLive(ProxiedClient::reset);
	}

	/**
	 * The latest 10,000 connections.
	 * @return the connections in the order in which they were accepted
	 */
	public List<TunnelRecord> tunnels() {
		return this.log.records();
	}

	/**
	 * How many connections were accepted.
	 * @return the number
	 */
	public long opened() {
		return this.log.opened();
	}

	/**
	 * How many connections of clients are open.
	 * @return the number
	 */
	public long open() {
		return this.log.open();
	}

	private void listen(EventLoopGroup loop, Executor resolver) {
		ServerBootstrap bootstrap = new ServerBootstrap().group(loop)
			.channel(NioServerSocketChannel.class)
			.option(ChannelOption.SO_REUSEADDR, true)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ClientInitializer(this.faults, this.log, this.routes, this.login, this.forwardTo,
					resolver, this.live));
		ChannelFuture bound = bootstrap.bind(this.host, this.port).awaitUninterruptibly();
		if (!bound.isSuccess()) {
			throw new IllegalStateException(
					"The proxy cannot listen on " + this.host + ":" + this.port + ". Choose a free port, or 0 for any.",
					bound.cause());
		}
		this.listener = bound.channel();
		this.port = ((InetSocketAddress) bound.channel().localAddress()).getPort();
	}

	/**
	 * Do something with each live connection, on its event loop, and wait for it.
	 */
	private synchronized void forEachLive(Consumer<ProxiedClient> action) {
		EventLoopGroup loop = this.loop;
		if (loop != null) {
			loop.submit(() -> this.live.forEach(action)).awaitUninterruptibly(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
		}
	}

}
