// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.SocketAddress;

import io.netty.channel.EventLoop;
import io.netty.resolver.AddressResolverGroup;
import reactor.netty.transport.TransportConfig;

/**
 * What the connections of a call have in common.
 *
 * @param config the client's configuration
 * @param remote the Bot API's address, not looked up
 * @param resolver leaves it as it is
 * @param loop where all of it happens
 */
record ConnectTarget(TransportConfig config, SocketAddress remote, AddressResolverGroup<?> resolver, EventLoop loop) {

}
