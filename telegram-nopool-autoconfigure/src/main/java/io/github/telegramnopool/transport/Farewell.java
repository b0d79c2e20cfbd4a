package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;

/**
 * Leaves it to the server, which was asked to, to close a connection after its answer:
 * the side that is the first to close keeps the port for a minute, and a machine behind a
 * proxy has 28,000 of them for all its connections.
 */
final class Farewell {

	/**
	 * The server's end mostly comes with its answer.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final Channel channel;

	Farewell(Channel channel) {
		this.channel = channel;
	}

	void begin() {
		if (this.channel.eventLoop().isShuttingDown()) {
			this.channel.close();
			return;
		}
		Future<?> timer = this.channel.eventLoop()
			.schedule(() -> this.channel.close(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		this.channel.closeFuture().addListener((closed) -> timer.cancel(false));
		// Else the end would not be noticed
		this.channel.config().setAutoRead(true);
	}

}
