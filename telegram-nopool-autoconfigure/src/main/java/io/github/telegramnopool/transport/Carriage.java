// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import io.netty.channel.Channel;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.ConnectionObserver.State;
import reactor.netty.http.client.HttpClientState;

/**
 * A connection from when it carries the request of a call. One whose request and answer
 * are whole is left to the server to close, any other is closed at once.
 * <p>
 * Used on the connection's event loop only.
 */
final class Carriage {

	private final ConnectionObserver observer;

	private final Exchange exchange;

	private boolean sent;

	private boolean answered;

	/**
	 * Create a carriage.
	 * @param observer Reactor Netty's own, which is told all that becomes of it
	 */
	Carriage(ConnectionObserver observer, Exchange exchange) {
		this.observer = observer;
		this.exchange = exchange;
	}

	void changes(Connection connection, State state) {
		if (state == HttpClientState.REQUEST_SENT) {
			this.sent = true;
			this.exchange.written();
		}
		else if (state == HttpClientState.RESPONSE_COMPLETED) {
			this.answered = true;
		}
		else if (state == State.DISCONNECTING && connection.channel().isActive()) {
			part(connection.channel());
		}
		this.observer.onStateChange(connection, state);
	}

	/**
	 * An upload may have been answered before it was whole, and goes on until its
	 * connection is closed.
	 */
	private void part(Channel channel) {
		if (this.answered && isRequestWhole()) {
			new Farewell(channel).begin();
		}
		else {
			channel.close();
		}
	}

	/**
	 * The answer to an upload may come before Reactor Netty has heard that the file is at
	 * its end.
	 */
	private boolean isRequestWhole() {
		UploadMeter upload = this.exchange.upload();
		return this.sent || (upload != null && upload.isWritten());
	}

}
