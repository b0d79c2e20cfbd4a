package io.github.telegramnopool.transport;

import java.net.SocketAddress;

import io.netty.resolver.AddressResolverGroup;
import reactor.netty.transport.TransportConfig;

/**
 * What the connections of a call are made to.
 *
 * @param config the client's configuration
 * @param remote the Bot API's address
 * @param resolver resolves it, if that is not left to a proxy
 */
record ConnectTarget(TransportConfig config, SocketAddress remote, AddressResolverGroup<?> resolver) {

}
