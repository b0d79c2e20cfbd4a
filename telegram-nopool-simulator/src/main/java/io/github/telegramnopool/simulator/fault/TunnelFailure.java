// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.net.ConnectException;
import java.net.UnknownHostException;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.socksx.v5.Socks5CommandStatus;

/**
 * Why there is no tunnel, in the words of both protocols.
 */
enum TunnelFailure {

	DENIED(HttpResponseStatus.FORBIDDEN, Socks5CommandStatus.FORBIDDEN),

	UNKNOWN_HOST(HttpResponseStatus.BAD_GATEWAY, Socks5CommandStatus.HOST_UNREACHABLE),

	REFUSED(HttpResponseStatus.BAD_GATEWAY, Socks5CommandStatus.CONNECTION_REFUSED),

	TIMEOUT(HttpResponseStatus.GATEWAY_TIMEOUT, Socks5CommandStatus.HOST_UNREACHABLE),

	OTHER(HttpResponseStatus.BAD_GATEWAY, Socks5CommandStatus.FAILURE);

	private final HttpResponseStatus http;

	private final Socks5CommandStatus socks5;

	TunnelFailure(HttpResponseStatus http, Socks5CommandStatus socks5) {
		this.http = http;
		this.socks5 = socks5;
	}

	static TunnelFailure of(Throwable cause) {
		if (cause instanceof UnknownHostException) {
			return UNKNOWN_HOST;
		}
		if (cause instanceof ConnectTimeoutException) {
			return TIMEOUT;
		}
		return (cause instanceof ConnectException) ? REFUSED : OTHER;
	}

	HttpResponseStatus http() {
		return this.http;
	}

	Socks5CommandStatus socks5() {
		return this.socks5;
	}

}
