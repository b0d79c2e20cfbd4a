// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy that breaks on demand. It speaks HTTP {@code CONNECT}, SOCKS4(a) and SOCKS5
 * on one port, told apart by a client's first byte, or forwards everything to one target.
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

	private final @Nullable ProxyLogin login;

	private final RouteTable routes = new RouteTable();

	private final FaultRules faults = new FaultRules();

	private final TunnelLog log = new TunnelLog();

	private final ProxyListener listener;

	FaultProxy(String host, int port, @Nullable ProxyLogin login, @Nullable InetSocketAddress forwardTo) {
		this.login = login;
		this.listener = new ProxyListener(host, port, (resolver, live) -> new ClientInitializer(this.faults, this.log,
				login, forwardTo, new TargetConnector(this.routes, resolver), live));
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
	public FaultProxy start() {
		this.listener.start();
		return this;
	}

	/**
	 * Close the listener and every connection, and end every thread. Does nothing if the
	 * proxy is not running.
	 */
	public void stop() {
		this.listener.stop();
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
	public void refuseConnections() {
		this.listener.refuse();
	}

	/**
	 * Listen again on the same port after {@link #refuseConnections()}.
	 * @throws IllegalStateException if the proxy is not running or the port cannot be had
	 */
	public void acceptConnections() {
		this.listener.accept();
	}

	/**
	 * Address on which the proxy listens.
	 * @return the address as it was set
	 */
	public String host() {
		return this.listener.host();
	}

	/**
	 * Port of the proxy.
	 * @return the port, or what was set if the proxy has not been started
	 */
	public int port() {
		return this.listener.port();
	}

	/**
	 * URL by which a client is told to use this proxy, credentials included.
	 * @param scheme such as {@code socks5} or {@code http}
	 * @return the URL
	 */
	public URI url(String scheme) {
		String address = host().contains(":") ? "[" + host() + "]" : host();
		return URI
			.create(scheme + "://" + ((this.login != null) ? this.login.userInfo() : "") + address + ":" + port());
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
		this.listener.forEachLive(ProxiedClient::freeze);
	}

	/**
	 * Let the live connections meet a fault too, as if their tunnels began now; one that
	 * has no tunnel yet meets it when it has. Faults that strike before a tunnel stands
	 * come too late for them.
	 * @param fault the fault
	 */
	public void strikeLive(Fault fault) {
		this.listener.forEachLive((client) -> client.strike(fault));
	}

	/**
	 * End the faults of the live tunnels. What was held is passed on; what was swallowed
	 * stays lost.
	 */
	public void healLive() {
		this.listener.forEachLive(ProxiedClient::heal);
	}

	/**
	 * Reset the live connections (TCP RST), at both ends of their tunnels.
	 */
	public void resetLive() {
		this.listener.forEachLive(ProxiedClient::reset);
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

}
