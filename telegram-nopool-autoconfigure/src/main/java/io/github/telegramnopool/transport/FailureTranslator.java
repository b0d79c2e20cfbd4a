package io.github.telegramnopool.transport;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.function.client.WebClientException;

/**
 * Tells what the failure of a call comes down to.
 */
final class FailureTranslator {

	private final TransportSettings settings;

	private final boolean limited;

	/**
	 * Create a translator.
	 * @param limited whether calls wait for others to end
	 */
	FailureTranslator(TransportSettings settings, boolean limited) {
		this.settings = settings;
		this.limited = limited;
	}

	TransportException translate(Throwable failure, Exchange exchange, Duration deadline) {
		exchange.abort();
		Phase phase = exchange.phase();
		boolean sent = exchange.isSent();
		UnreadableFileException file = find(failure, UnreadableFileException.class);
		if (file != null) {
			return new TransportException(phase, sent, true, exchange.times(), summary(file), file);
		}
		Throwable cause = root(failure);
		FailureMessage message = new FailureMessage(this.settings, exchange.route(), this.limited);
		String text = (failure instanceof TimeoutException) ? message.overdue(phase, sent, deadline)
				: message.describe(phase, sent, cause);
		return new TransportException(phase, sent, isPermanent(failure), exchange.times(), text,
				(failure instanceof TimeoutException) ? null : cause);
	}

	private boolean isPermanent(Throwable failure) {
		return find(failure, CertificateException.class) != null
				|| ProxyAnswer.isRefusedCredentials(find(failure, ProxyConnectException.class));
	}

	/**
	 * The cause that tells something: a failure during the tunnel or the handshake
	 * arrives wrapped.
	 */
	private static Throwable root(Throwable failure) {
		Throwable proxied = find(failure, ProxyConnectException.class);
		if (proxied != null) {
			return proxied;
		}
		Throwable root = failure;
		while (root instanceof WebClientException && root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

	static <T extends Throwable> @Nullable T find(@Nullable Throwable failure, Class<T> type) {
		Throwable current = failure;
		while (current != null && !type.isInstance(current)) {
			current = (current.getCause() != current) ? current.getCause() : null;
		}
		return type.cast(current);
	}

	static String seconds(Duration duration) {
		return (duration.toMillis() % 1000 == 0) ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
	}

	static String summary(Throwable cause) {
		String message = cause.getMessage();
		return (message != null) ? message : cause.getClass().getSimpleName();
	}

}
