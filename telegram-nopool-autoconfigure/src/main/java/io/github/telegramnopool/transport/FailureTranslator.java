// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.time.Duration;

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

	/**
	 * Say what has ended a call or an attempt to connect.
	 */
	TransportException translate(Throwable failure, Progress progress) {
		Phase phase = progress.phase();
		boolean sent = progress.sent();
		FailureMessage message = new FailureMessage(this.settings, progress.route(), this.limited);
		UnreadableFileException file = find(failure, UnreadableFileException.class);
		if (file != null) {
			return new TransportException(phase, sent, true, progress.times(), summary(file), file);
		}
		if (failure instanceof OverdueException overdue) {
			return new TransportException(phase, sent, false, progress.times(),
					message.overdue(phase, sent, overdue.time()), null);
		}
		Throwable cause = root(failure);
		return new TransportException(phase, sent, isPermanent(failure), progress.times(),
				message.describe(phase, sent, cause), cause);
	}

	/**
	 * Whether another connection by the same route would fail likewise.
	 */
	static boolean isPermanent(Throwable failure) {
		return find(failure, CertificateException.class) != null
				|| ProxyAnswer.isRefusedCredentials(find(failure, ProxyConnectException.class));
	}

	/**
	 * Whether a phase has used up its time.
	 */
	static boolean isTimeout(Throwable failure) {
		return failure instanceof OverdueException || failure instanceof LateHandshakeException
				|| find(failure, ConnectTimeoutException.class) != null
				|| find(failure, SslHandshakeTimeoutException.class) != null || ProxyAnswer.isTimeout(failure);
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
